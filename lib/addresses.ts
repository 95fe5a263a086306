import { z } from "zod";
import type { CartOwner } from "@/lib/cart";
import { answered, prisma, type Transaction } from "@/lib/db";
import { oneLine } from "@/lib/form-fields";
import { wrong } from "@/words/address";

// This is the only file that touches members' saved addresses. Every statement names the owner.

export const addressSchema = z.object({
  name: oneLine(wrong.noName),
  street: oneLine(wrong.noStreet),
  postcode: oneLine(wrong.noPostcode).regex(/^[\p{L}\d][\p{L}\d -]{1,11}$/u, wrong.notAPostcode),
  city: oneLine(wrong.noCity),
  country: oneLine(wrong.noCountry),
});

export type Address = z.infer<typeof addressSchema>;
export type SavedAddress = Address & { id: string };

const fields = { id: true, name: true, street: true, postcode: true, city: true, country: true } as const;

/** More than anybody needs, so that nobody fills the table. */
export const maxAddresses = 20;

/** A member's addresses, the newest first. Throws Unavailable. */
export async function listAddresses(userId: string): Promise<SavedAddress[]> {
  return answered(() =>
    prisma().address.findMany({ where: { userId }, select: fields, orderBy: [{ createdAt: "desc" }, { id: "desc" }] }),
  );
}

/** One of the member's addresses; null for anybody else's. */
export async function findAddress(userId: string, id: string): Promise<SavedAddress | null> {
  return answered(() => prisma().address.findFirst({ where: { id, userId }, select: fields }));
}

/**
 * Adds an address for the member who holds the session, so that none is left behind by a deleted account. False for a
 * guest and when there are `maxAddresses` already; one that is there already is not added again.
 */
export async function addAddress(tx: Transaction, { userId }: CartOwner, address: Address): Promise<boolean> {
  if (!userId) return false;
  if (await tx.address.findFirst({ where: { userId, ...address } })) return true;
  if ((await tx.address.count({ where: { userId } })) >= maxAddresses) return false;
  await tx.address.create({ data: { userId, ...address } });
  return true;
}

/** Changes one of the member's addresses. False when it is not theirs. */
export async function changeAddress(userId: string, id: string, address: Address): Promise<boolean> {
  const { count } = await answered(() => prisma().address.updateMany({ where: { id, userId }, data: address }));
  return count === 1;
}

/** Deletes one of the member's addresses. One that is gone already is what they wanted. */
export async function deleteAddress(userId: string, id: string): Promise<void> {
  await answered(() => prisma().address.deleteMany({ where: { id, userId } }));
}

/** Forgets all of a member's addresses, with the account. */
export async function deleteAddresses(tx: Transaction, userId: string): Promise<void> {
  await tx.address.deleteMany({ where: { userId } });
}
