-- CreateEnum
CREATE TYPE "Role" AS ENUM ('CUSTOMER', 'STAFF');

-- CreateEnum
CREATE TYPE "EndReason" AS ENUM ('LOGGED_OUT', 'IDLE_TIMEOUT', 'ABSOLUTE_TIMEOUT', 'REVOKED_BY_USER', 'REVOKED_BY_STAFF', 'PASSWORD_CHANGED', 'SESSION_LIMIT', 'ACCOUNT_DISABLED', 'ACCOUNT_DELETED', 'REPLACED', 'REUSE_DETECTED');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "role" "Role" NOT NULL DEFAULT 'CUSTOMER',
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "userId" UUID,
    "remembered" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "loggedInAt" TIMESTAMPTZ(3),
    "authenticatedAt" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "device" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" "EndReason",
    "explainedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetiredToken" (
    "hash" BYTEA NOT NULL,
    "sessionId" UUID NOT NULL,
    "retiredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "authenticated" BOOLEAN NOT NULL,
    "successorSeenAt" TIMESTAMPTZ(3),

    CONSTRAINT "RetiredToken_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "SessionEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "sessionId" UUID,
    "userId" UUID,
    "type" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "SessionEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Glaze" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "swatch" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "Glaze_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "diameterMm" INTEGER,
    "lengthMm" INTEGER,
    "heightMm" INTEGER,
    "capacityMl" INTEGER,
    "weightG" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Variant" (
    "id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "productId" UUID NOT NULL,
    "glazeSlug" TEXT NOT NULL,
    "priceCents" INTEGER NOT NULL,
    "stock" INTEGER NOT NULL,
    "photo" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cart" (
    "id" UUID NOT NULL,
    "sessionId" UUID,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CartLine" (
    "id" UUID NOT NULL,
    "cartId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "wanted" INTEGER,
    "priceCents" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "CartLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_endedAt_idx" ON "Session"("userId", "endedAt");

-- CreateIndex
CREATE INDEX "Session_endedAt_lastSeenAt_idx" ON "Session"("endedAt", "lastSeenAt");

-- CreateIndex
CREATE INDEX "RetiredToken_sessionId_idx" ON "RetiredToken"("sessionId");

-- CreateIndex
CREATE INDEX "SessionEvent_sessionId_at_idx" ON "SessionEvent"("sessionId", "at");

-- CreateIndex
CREATE INDEX "SessionEvent_userId_at_idx" ON "SessionEvent"("userId", "at");

-- CreateIndex
CREATE INDEX "SessionEvent_at_idx" ON "SessionEvent"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Product_slug_key" ON "Product"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Variant_sku_key" ON "Variant"("sku");

-- CreateIndex
CREATE UNIQUE INDEX "Variant_productId_glazeSlug_key" ON "Variant"("productId", "glazeSlug");

-- CreateIndex
CREATE UNIQUE INDEX "CartLine_cartId_variantId_key" ON "CartLine"("cartId", "variantId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetiredToken" ADD CONSTRAINT "RetiredToken_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_glazeSlug_fkey" FOREIGN KEY ("glazeSlug") REFERENCES "Glaze"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say. (The engine splits this script at semicolons, in comments too.)

-- A cart has exactly one owner, and each owner at most one open cart.
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_one_owner" CHECK (("sessionId" IS NULL) <> ("userId" IS NULL));
CREATE UNIQUE INDEX "Cart_open_session" ON "Cart" ("sessionId") WHERE "closedAt" IS NULL;
CREATE UNIQUE INDEX "Cart_open_user" ON "Cart" ("userId") WHERE "closedAt" IS NULL;

ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_quantity" CHECK (quantity BETWEEN 1 AND 10);
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_stock" CHECK (stock >= 0), ADD CONSTRAINT "Variant_price" CHECK ("priceCents" > 0);
ALTER TABLE "User" ADD CONSTRAINT "User_email_normal" CHECK (email = lower(email));

-- A session ends once, with a reason, and only a login makes it a member's.
ALTER TABLE "Session" ADD CONSTRAINT "Session_end_has_reason" CHECK (("endedAt" IS NULL) = ("endReason" IS NULL));
ALTER TABLE "Session" ADD CONSTRAINT "Session_member_logged_in" CHECK (("userId" IS NULL) = ("loggedInAt" IS NULL));
ALTER TABLE "Session" ADD CONSTRAINT "Session_token_is_sha256" CHECK (octet_length("tokenHash") = 32);
