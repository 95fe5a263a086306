import type { ReactNode } from "react";

type NoticeProps = {
  children: ReactNode;
  tone?: "info" | "good" | "problem";
  title?: string;
  className?: string;
};

/** A message that screen readers announce: a problem at once (alert), everything else when they pause (status). */
export function Notice({ children, tone = "info", title, className }: NoticeProps) {
  return (
    <div role={tone === "problem" ? "alert" : "status"} className={`notice notice-${tone} ${className ?? ""}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
