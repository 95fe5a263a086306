import { Notice } from "@/components/ui/notice";
import { formNotice as words } from "@/words/account";

type FormNoticeProps = { answer: { status: string; message?: string }; isConfirmed?: boolean };

/** What became of a form; before that, that its sender has just confirmed who they are and is asked once more. */
export function FormNotice({ answer, isConfirmed }: FormNoticeProps) {
  if (answer.message) return <Notice tone={answer.status === "saved" ? "good" : "problem"}>{answer.message}</Notice>;
  return isConfirmed && answer.status === "idle" ? <Notice tone="good">{words.confirmed}</Notice> : null;
}
