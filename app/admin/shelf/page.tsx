import type { Metadata } from "next";
import { SearchForm } from "@/app/admin/_components/search-form";
import { GlazeForm } from "@/app/admin/shelf/_components/glaze-form";
import { AccountPage } from "@/components/account/account-page";
import { findPieces, type ShelfPiece } from "@/lib/catalog/shelf";
import { requireStaff } from "@/lib/session";

export const metadata: Metadata = { title: "The shelf" };

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
    <AccountPage
      session={session}
      current="/admin/shelf"
      title="The shelf"
      lead="Prices, stock, and what is no longer made. A change counts at once; pages of pieces show it after the next build, and say it live until then."
    >
      <SearchForm action="/admin/shelf" label="Name or number of the piece" name="q" asked={asked} className="mt-10" />
      {pieces.length === 0 && <p className="mt-8">No piece is called that.</p>}
      {pieces.map((piece) => (
        <Piece key={piece.slug} piece={piece} />
      ))}
    </AccountPage>
  );
}

function Piece({ piece: { slug, name, glazes } }: { piece: ShelfPiece }) {
  return (
    <section className="mt-12" aria-labelledby={slug}>
      <h2 id={slug} className="text-heading mb-4 wrap-anywhere">
        {name}
      </h2>
      {glazes.length === 0 && <p className="text-soft">It comes in no glaze, so it is on no shelf.</p>}
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
