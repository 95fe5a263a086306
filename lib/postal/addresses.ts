import { z } from "zod";
import { askDatabase, prisma, type Transaction } from "@/lib/db";
import { oneLine } from "@/lib/input/form-fields";
import { findCountry, formatCountry } from "./countries";
import { readPostcode } from "./postcode";

// Members' saved addresses. Every statement names the owner.

/** An address as it is stored. */
export const keptAddressSchema = z.object({
  name: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
});

export type Address = z.infer<typeof keptAddressSchema>;

const noPostcode = "Please enter the postcode.";

/** An address as it is typed: the country by any of its names, the postcode in that country's format. */
export const addressSchema = z
  .object({
    name: oneLine("Please enter the full name."),
    street: oneLine("Please enter street and number."),
    postcode: z.string(noPostcode).default(""),
    city: oneLine("Please enter the city."),
    country: oneLine("Please enter the country.").transform((text, context) => {
      const code = findCountry(text);
      if (code) return formatCountry(code);
      context.addIssue("We do not know this country. Please choose one from the list.");
      return z.NEVER;
    }),
  })
  // Also when other fields are wrong: the postcode's check needs only the country.
  .superRefine(checkPostcode, { when: () => true })
  .transform(
    (address): Address => ({ ...address, ...readPostcode(findCountry(address.country) ?? "", address.postcode) }),
  );

function checkPostcode(typed: unknown, context: z.RefinementCtx) {
  const { country, postcode } = z.object({ country: z.string(), postcode: z.string() }).safeParse(typed).data ?? {};
  const code = findCountry(country ?? "");
  const read = code && readPostcode(code, postcode ?? "");
  if (!read || "postcode" in read) return;
  const message =
    read.problem === "missing" ? noPostcode : `This does not look like a postcode of ${formatCountry(code)}.`;
  context.addIssue({ code: "custom", path: ["postcode"], message });
}

export type SavedAddress = Address & { id: string };

const fields = { id: true, name: true, street: true, postcode: true, city: true, country: true } as const;

/** How many addresses a member may keep, so that nobody fills the table. */
export const maxAddresses = 20;

/** A member's addresses, the newest first. Throws Unavailable. */
export async function listAddresses(userId: string): Promise<SavedAddress[]> {
  return askDatabase(() =>
    prisma().address.findMany({ where: { userId }, select: fields, orderBy: [{ createdAt: "desc" }, { id: "desc" }] }),
  );
}

/** Finds one of the member's addresses; null for anybody else's. */
export async function findAddress(userId: string, id: string): Promise<SavedAddress | null> {
  return askDatabase(() => prisma().address.findFirst({ where: { id, userId }, select: fields }));
}

/**
 * Adds an address. Takes a locked session's owner, so that nothing is added to an account that was just deleted. False for a
 * guest and when there are `maxAddresses` already. An address that the member already has is not added again.
 */
export async function addAddress(
  tx: Transaction,
  { userId }: { userId: string | null },
  address: Address,
): Promise<boolean> {
  if (!userId) return false;
  if (await tx.address.findFirst({ where: { userId, ...address } })) return true;
  if ((await tx.address.count({ where: { userId } })) >= maxAddresses) return false;
  await tx.address.create({ data: { userId, ...address } });
  return true;
}

/** Changes one of the member's addresses. False when it is not theirs. */
export async function changeAddress(userId: string, id: string, address: Address): Promise<boolean> {
  const { count } = await askDatabase(() => prisma().address.updateMany({ where: { id, userId }, data: address }));
  return count === 1;
}

/** Deletes one of the member's addresses. No error when it is already gone. */
export async function deleteAddress(userId: string, id: string): Promise<void> {
  await askDatabase(() => prisma().address.deleteMany({ where: { id, userId } }));
}

/** Deletes all of a member's addresses, when the account is deleted. */
export async function deleteAddresses(tx: Transaction, userId: string): Promise<void> {
  await tx.address.deleteMany({ where: { userId } });
}
