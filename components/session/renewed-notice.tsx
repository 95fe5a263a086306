"use client";

import { useEffect, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { fillFields } from "./form-draft";
import { readKeptFields } from "./outdated-build";

/** On a page that was reloaded because it was older than the server: puts back what was typed, and says so. */
export function RenewedNotice() {
  const [isRenewed, setRenewed] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const typed = readKeptFields();
    if (!typed) return;
    fillFields(typed);
    setRenewed(true);
  }, []);
  useEffect(() => {
    if (isRenewed) ref.current?.scrollIntoView({ block: "nearest" });
  }, [isRenewed]);
  return (
    <div ref={ref} className="wrap mt-6 empty:hidden">
      {isRenewed && (
        <Notice>
          The shop was renewed while this page was open. What you typed is here again, but for passwords and card
          numbers: please look it over and send it once more.
        </Notice>
      )}
    </div>
  );
}
