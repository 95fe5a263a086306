import type { ComponentProps } from "react";
import { AppLink } from "./link";

export type ButtonLook = "primary" | "quiet" | "link";

const looks: Record<ButtonLook, string> = {
  primary: "button button-primary",
  quiet: "button button-quiet",
  link: "button-link",
};

type Look = { look?: ButtonLook; className?: string };

function classes({ look = "primary", className }: Look): string {
  return className ? `${looks[look]} ${className}` : looks[look];
}

/** `busy` while its action runs: it stays focusable and is announced; the form ignores a second press. */
export function Button({ look, className, busy, ...rest }: ComponentProps<"button"> & Look & { busy?: boolean }) {
  return <button type="submit" {...rest} aria-disabled={busy || undefined} className={classes({ look, className })} />;
}

export function ButtonLink({ look, className, ...rest }: ComponentProps<typeof AppLink> & Look) {
  return <AppLink {...rest} className={classes({ look, className })} />;
}
