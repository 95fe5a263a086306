"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { asMember } from "@/lib/actions/as-member";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import type { Refused } from "@/lib/actions/run";
import * as addresses from "@/lib/postal/addresses";
import { type MemberSession, requireUser, withSession } from "@/lib/session";
import { pickFields } from "@/lib/session/encrypted/draft-place";

export type AddressAnswer = { typed?: Partial<addresses.Address> } & (
  | { status: "idle" }
  | { status: "invalid"; problems: Partial<Record<keyof addresses.Address, string[]>> }
  | { status: "refused"; message: string }
  | GoTo
  | Refused
);

const HERE = "/account/addresses";

const idSchema = z.uuid();

/** Adds an address, or changes the one that the form names. */
export async function saveAddress(_: AddressAnswer, form: FormData): Promise<AddressAnswer> {
  const id = idSchema.safeParse(form.get("id")).data;
  const typed = pickFields(form, Object.keys(addresses.keptAddressSchema.shape));
  const save = async ({ userId }: MemberSession): Promise<AddressAnswer> => {
    const address = addresses.addressSchema.safeParse(typed);
    if (!address.success) return { status: "invalid", problems: z.flattenError(address.error).fieldErrors };
    const isSaved = id
      ? await addresses.changeAddress(userId, id, address.data)
      : await withSession((tx, owner) => addresses.addAddress(tx, owner, address.data));
    if (isSaved) return goTo(HERE);
    return { status: "refused", message: id ? "This address was deleted meanwhile." : tooMany };
  };
  return { ...(await asMember(id ? `${HERE}?change=${id}` : HERE, save, typed)), typed };
}

const tooMany = `${addresses.maxAddresses} addresses are as many as we keep. Please delete one first.`;

/** Deletes one of the member's addresses, and leaves the page where it may have been open to be changed. */
export async function deleteAddress(form: FormData): Promise<void> {
  const { userId } = await requireUser(HERE);
  const id = idSchema.safeParse(form.get("id"));
  if (id.success) await addresses.deleteAddress(userId, id.data);
  redirect(HERE);
}
