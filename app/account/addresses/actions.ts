"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type GoTo, goTo } from "@/app/go-to";
import * as addresses from "@/lib/addresses";
import { type Refusal, refusing, requireUser, withSession } from "@/lib/session";

export type AddressAnswer = { typed?: Partial<addresses.Address> } & (
  | { status: "idle" }
  | { status: "invalid"; problems: Partial<Record<keyof addresses.Address, string[]>> }
  | { status: "refused"; message: string }
  | GoTo
  | Refusal
);

const HERE = "/account/addresses";

const idSchema = z.uuid();

/** Adds an address, or changes the one that the form names. */
export async function saveAddress(_: AddressAnswer, form: FormData): Promise<AddressAnswer> {
  const { userId } = await requireUser(HERE);
  const fields = Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
  const address = addresses.addressSchema.safeParse(fields);
  if (!address.success)
    return { status: "invalid", problems: z.flattenError(address.error).fieldErrors, typed: fields };
  const id = idSchema.safeParse(form.get("id"));
  const isSaved = await refusing(() =>
    id.success
      ? addresses.changeAddress(userId, id.data, address.data)
      : withSession((tx, owner) => addresses.addAddress(tx, owner, address.data)),
  );
  if (isSaved === null) return goTo(`/login?next=${encodeURIComponent(HERE)}`);
  if (typeof isSaved === "object") return { ...isSaved, typed: fields };
  if (!isSaved) return { status: "refused", message: id.success ? sayGone : sayFull, typed: fields };
  return goTo(HERE);
}

const sayGone = "This address was deleted meanwhile.";
const sayFull = `${addresses.maxAddresses} addresses are as many as we keep. Please delete one first.`;

/** Deletes one of the member's addresses, and leaves the page where it may have been open to be changed. */
export async function deleteAddress(form: FormData): Promise<void> {
  const { userId } = await requireUser(HERE);
  const id = idSchema.safeParse(form.get("id"));
  if (id.success) await addresses.deleteAddress(userId, id.data);
  redirect(HERE);
}
