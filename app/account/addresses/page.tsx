import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AddressForm } from "@/app/account/addresses/_components/address-form";
import { AddressRow } from "@/app/account/addresses/_components/address-row";
import { AccountPage } from "@/components/account/account-page";
import { CountryList } from "@/components/checkout/country-list";
import { findAddress, listAddresses } from "@/lib/postal/addresses";
import { requireUser, takeDrafts } from "@/lib/session";

export const metadata: Metadata = { title: "Your addresses" };

export default async function AddressesPage({ searchParams }: PageProps<"/account/addresses">) {
  const { change } = await searchParams;
  const session = await requireUser("/account/addresses");
  const id = z.uuid().safeParse(change);
  const changed = id.success ? await findAddress(session.userId, id.data) : null;
  if (change !== undefined && !changed) notFound();
  const saved = await listAddresses(session.userId);
  const [typed] = await takeDrafts([{ path: "/account/addresses", given: "once" }]);
  return (
    <AccountPage session={session} current="/account/addresses" title="Your addresses">
      {saved.length === 0 ? (
        <p className="lead mt-8">None yet. The checkout offers those you keep here.</p>
      ) : (
        <ul className="rows mt-8 max-w-2xl">
          {saved.map((address) => (
            <AddressRow key={address.id} address={address} />
          ))}
        </ul>
      )}
      <h2 className="text-heading mt-12 mb-6">{changed ? "Change the address" : "Add an address"}</h2>
      <CountryList />
      <AddressForm key={changed?.id ?? "new"} address={changed} begun={typed} />
    </AccountPage>
  );
}
