/** Fills in what a shop needs to open: the catalogue, and in a demonstration two people. Never overwrites what is there. */
import { hash, verify } from "@node-rs/argon2";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient, Role } from "../lib/generated/prisma/client";
import catalog from "./catalog.json";

const { MIGRATE_DATABASE_URL, DATABASE_URL, DEMO, DEMO_PASSWORD } = process.env;
const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: MIGRATE_DATABASE_URL || DATABASE_URL }) });

/** OWASP Password Storage: argon2id, 19 MiB, two passes, one lane. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

const demoPeople = [
  { email: "ada@example.com", name: "Ada Moreau", role: Role.CUSTOMER },
  { email: "sam@example.com", name: "Sam Okoye", role: Role.STAFF },
];

// All or nothing: in between, nobody sees a piece that comes in no glaze.
await db.$transaction(seedCatalog, { timeout: 60_000 });
if (DEMO === "1") await seedDemoPeople(DEMO_PASSWORD);
await db.$disconnect();

async function seedCatalog(tx: Prisma.TransactionClient) {
  await tx.glaze.createMany({ data: catalog.glazes, skipDuplicates: true });
  await tx.product.createMany({ data: catalog.products.map(productRow), skipDuplicates: true });
  const products = await tx.product.findMany({ select: { id: true, slug: true } });
  const idOf = new Map(products.map(({ id, slug }) => [slug, id]));
  await tx.variant.createMany({
    data: catalog.products.flatMap(({ slug, variants }) =>
      variants.map(({ glaze, ...variant }, position) => ({
        ...variant,
        productId: idOf.get(slug) ?? "",
        glazeSlug: glaze,
        position,
      })),
    ),
    skipDuplicates: true,
  });
}

function productRow(product: (typeof catalog.products)[number], position: number) {
  const { slug, name, category, description, weightG } = product;
  const { diameter, length, height }: { diameter?: number; length?: number; height?: number } = product.dimensionsMm;
  const capacityMl = "capacityMl" in product ? product.capacityMl : undefined;
  const size = { diameterMm: diameter, lengthMm: length, heightMm: height, capacityMl, weightG };
  return { slug, name, category, description, ...size, position };
}

/** Their password is the one that `npm start` prints, also after it has changed. */
async function seedDemoPeople(password = "") {
  if (password.length < 12) throw new Error("DEMO_PASSWORD must have at least 12 characters.");
  for (const person of demoPeople) {
    const known = await db.user.findUnique({ where: { email: person.email } });
    if (known?.passwordHash && (await verify(known.passwordHash, password))) continue;
    const passwordHash = await hash(password, argon2id);
    await db.user.upsert({
      where: { email: person.email },
      update: { passwordHash },
      create: { ...person, passwordHash, emailVerifiedAt: new Date() },
    });
  }
}
