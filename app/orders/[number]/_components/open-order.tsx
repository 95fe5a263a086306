"use client";

import { type OpenAnswer, openOrder } from "@/app/orders/[number]/actions";
import { followAnswer } from "@/components/session/navigation";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type OpenOrderProps = { number: string; orderKey: string; pageKey: string };

/** The link in a guest's mail leads here. The order opens with a button, since mail scanners follow links. */
export function OpenOrder({ number, orderKey, pageKey }: OpenOrderProps) {
  const { answer, isPending, form } = useSessionForm<OpenAnswer>(
    openOrder,
    { status: "idle" },
    { settle: followAnswer },
  );
  return (
    <div className="wrap section max-w-lg">
      <h1 className="text-title mb-4">Your order</h1>
      <p className="lead mb-8">{number}. This browser will keep it for you.</p>
      <form {...form} className="grid justify-items-start gap-6">
        {"message" in answer && <Notice tone="problem">{answer.message}</Notice>}
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="key" value={orderKey} />
        <input type="hidden" name="page" value={pageKey} />
        <Button busy={isPending || answer.status === "go"}>Show my order</Button>
      </form>
    </div>
  );
}
