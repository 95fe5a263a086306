import { env } from "./env";

export type DemoPeople = { password: string; people: { email: string; role: string }[] };

/** Returns the demo's accounts, for its login page. Null on a real shop. */
export function readDemoPeople(): DemoPeople | null {
  const { DEMO, DEMO_PASSWORD } = env();
  if (DEMO !== "1" || !DEMO_PASSWORD) return null;
  const people = [
    { email: "ada@example.com", role: "customer" },
    { email: "sam@example.com", role: "staff" },
  ];
  return { password: DEMO_PASSWORD, people };
}

/** Whether this is the demo, which shows test cards and codes. */
export function isDemo(): boolean {
  return env().DEMO === "1";
}
