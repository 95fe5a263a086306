import type { Metadata } from "next";
import { AppLink } from "@/components/ui/link";
import { formatDuration } from "@/lib/format/duration";
import { type Kind, policies } from "@/lib/session/policy";
import { end, limits, limitsTable, login, secret, start, guide as words } from "@/words/guide";

export const metadata: Metadata = { title: words.title, description: words.description };

const who: Record<Kind, string> = limitsTable.kinds;

const rows = Object.entries(policies).map(([kind, { idle, absolute }]) => ({
  who: who[kind as Kind],
  idle: formatDuration(idle),
  absolute: formatDuration(absolute),
}));

export default function HowSessionsWorkPage() {
  return (
    <article className="wrap grid items-start gap-8 pt-10 sm:pt-16 lg:grid-cols-[2fr_3fr]">
      <h1 className="title">{words.title}</h1>
      <div className="prose">
        <p className="lead">{words.lead}</p>

        <h2>{start.title}</h2>
        <p>{start.text}</p>

        <h2>{secret.title}</h2>
        <p>{secret.text}</p>

        <h2>{login.title}</h2>
        <p>{login.text}</p>

        <h2>{limits.title}</h2>
        <p>{limits.text}</p>
        <LimitsTable />
        <p>{limits.warning}</p>

        <h2>{end.title}</h2>
        <p>{end.text}</p>
        <p>
          {end.see((text) => (
            <AppLink href="/session">{text}</AppLink>
          ))}
        </p>
        <p>
          {end.stored((text) => (
            <AppLink href="/privacy">{text}</AppLink>
          ))}
        </p>
      </div>
    </article>
  );
}

function LimitsTable() {
  return (
    <table>
      <caption className="sr-only">{limitsTable.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{limitsTable.who}</th>
          <th scope="col">{limitsTable.idle}</th>
          <th scope="col">{limitsTable.absolute}</th>
        </tr>
      </thead>
      <tbody className="figures">
        {rows.map(({ who, idle, absolute }) => (
          <tr key={who}>
            <th scope="row">{who}</th>
            <td>{idle}</td>
            <td>{absolute}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
