import type { Metadata } from "next";
import { GlazeForm } from "@/app/admin/shelf/_components/glaze-form";
import { AccountPage } from "@/components/account/account-page";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { findPieces, type ShelfPiece } from "@/lib/catalog/shelf";
import { requireStaff } from "@/lib/session";
import { shelf as words } from "@/words/shelf";

export const metadata: Metadata = { title: words.title };

export default async function ShelfPage({ searchParams }: PageProps<"/admin/shelf">) {
  const session = await requireStaff("/admin/shelf");
  const { q } = await searchParams;
  const asked =
    typeof q === "string"
      ? q
          .replace(/\p{Cc}/gu, " ")
          .trim()
          .slice(0, 100)
      : "";
  const pieces = await findPieces(asked);
  return (
    <AccountPage session={session} current="/admin/shelf" title={words.title} lead={words.lead}>
      <search className="mt-10">
        <form action="/admin/shelf" className="flex flex-wrap items-end gap-3">
          <Field
            label={words.piece}
            name="q"
            type="search"
            defaultValue={asked}
            autoComplete="off"
            className="min-w-0 flex-1 basis-56"
          />
          <Button>{words.find}</Button>
        </form>
      </search>
      {pieces.length === 0 && <p className="mt-8">{words.none}</p>}
      {pieces.map((piece) => (
        <Piece key={piece.slug} piece={piece} />
      ))}
    </AccountPage>
  );
}

function Piece({ piece: { slug, name, glazes } }: { piece: ShelfPiece }) {
  return (
    <section className="mt-12" aria-labelledby={slug}>
      <h2 id={slug} className="heading mb-4 wrap-anywhere">
        {name}
      </h2>
      {glazes.length === 0 && <p className="text-soft">{words.noGlaze}</p>}
      <ul className="rows">
        {glazes.map((glaze) => (
          <li key={glaze.sku}>
            <GlazeForm glaze={glaze} />
          </li>
        ))}
      </ul>
    </section>
  );
}
