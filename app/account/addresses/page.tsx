import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AddressForm } from "@/components/account/address-form";
import { AddressRow } from "@/components/account/address-row";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { findAddress, listAddresses } from "@/lib/addresses";
import { requireUser } from "@/lib/session";

export const metadata: Metadata = { title: "Your addresses" };

export default async function AddressesPage({ searchParams }: PageProps<"/account/addresses">) {
  const { change } = await searchParams;
  const { userId } = await requireUser("/account/addresses");
  const id = z.uuid().safeParse(change);
  const changed = id.success ? await findAddress(userId, id.data) : null;
  if (change !== undefined && !changed) notFound();
  const saved = await listAddresses(userId);
  return (
    <div className="wrap section max-w-2xl">
      <h1 className="title mb-8">Your addresses</h1>
      {saved.length === 0 ? (
        <p className="lead">None yet. The checkout offers those you keep here.</p>
      ) : (
        <ul className="rows">
          {saved.map((address) => (
            <AddressRow key={address.id} address={address} />
          ))}
        </ul>
      )}
      <h2 className="heading mt-12 mb-6">{changed ? "Change the address" : "Add an address"}</h2>
      <AddressForm key={changed?.id ?? "new"} address={changed} />
      <PlainLogOut />
    </div>
  );
}
