import { ButtonLink } from "@/components/ui/button";
import { sides, nothingYet as words } from "@/words/glass-box";
import { session } from "@/words/session";
import { KeyShape, TabletShape } from "./key-shapes";

/** For visitors without a session: what starts one. */
export function NoSession() {
  return (
    <>
      <div className="glass-sides">
        <section className="glass-side" aria-labelledby="browser-side">
          <h2 id="browser-side" className="heading">
            {sides.browser}
          </h2>
          <KeyShape fingerprint={null} />
          <p>{words.noCookie}</p>
        </section>
        <section className="glass-side" aria-labelledby="database-side">
          <h2 id="database-side" className="heading">
            {sides.database}
          </h2>
          <TabletShape fingerprint={null} />
          <p>{words.noRow}</p>
        </section>
      </div>
      <section className="glass-start" aria-labelledby="what-starts-one">
        <h2 id="what-starts-one" className="heading">
          {words.title}
        </h2>
        <p className="mt-3 mb-6 max-w-xl">{words.lead}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/shop/jars">{words.fillCart}</ButtonLink>
          <ButtonLink href="/login?next=/session" look="quiet">
            {session.logIn}
          </ButtonLink>
        </div>
      </section>
    </>
  );
}
