import { ButtonLink } from "@/components/ui/button";
import { KeyShape, TabletShape } from "./key-shapes";

/** For visitors without a session: what starts one. */
export function NoSession() {
  return (
    <>
      <div className="glass-sides">
        <section className="glass-side" aria-labelledby="browser-side">
          <h2 id="browser-side" className="text-heading">
            In your browser
          </h2>
          <KeyShape fingerprint={null} />
          <p>No cookie. Looking around sets none, and neither does this page.</p>
        </section>
        <section className="glass-side" aria-labelledby="database-side">
          <h2 id="database-side" className="text-heading">
            In our database
          </h2>
          <TabletShape fingerprint={null} />
          <p>No row. Nobody wrote down that you were here.</p>
        </section>
      </div>
      <section className="glass-start" aria-labelledby="what-starts-one">
        <h2 id="what-starts-one" className="text-heading">
          What would start one
        </h2>
        <p className="mt-3 mb-6 max-w-xl">
          The first thing worth remembering: a piece in your cart makes you a guest, a login a member. Then come back
          and watch.
        </p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/shop/jars">Put something into the cart</ButtonLink>
          <ButtonLink href="/login?next=/session" look="quiet">
            Log in
          </ButtonLink>
        </div>
      </section>
    </>
  );
}
