import { Notice } from "@/components/ui/notice";

type FormNoticeProps = { answer: { status: string; message?: string }; isConfirmed?: boolean };

/** The result of a form; before it is sent, a note that the member has confirmed and can now press the button. */
export function FormNotice({ answer, isConfirmed }: FormNoticeProps) {
  if (answer.message) return <Notice tone={answer.status === "saved" ? "good" : "problem"}>{answer.message}</Notice>;
  return isConfirmed && answer.status === "idle" ? (
    <Notice tone="good">Confirmed. Please check and save.</Notice>
  ) : null;
}
