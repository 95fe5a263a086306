import type { ReactNode } from "react";

type NoticeProps = {
  children: ReactNode;
  tone?: "info" | "good" | "problem";
  title?: string;
  className?: string;
};

/** Something the page wants heard: a problem interrupts (alert), the rest waits its turn (status). */
export function Notice({ children, tone = "info", title, className }: NoticeProps) {
  return (
    <div role={tone === "problem" ? "alert" : "status"} className={`notice notice-${tone} ${className ?? ""}`}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
