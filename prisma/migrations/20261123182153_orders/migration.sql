-- CreateEnum
CREATE TYPE "Delivery" AS ENUM ('STANDARD', 'EXPRESS');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('CHALLENGED', 'AUTHORISED', 'DECLINED', 'VOIDED', 'USED');

-- CreateTable
CREATE TABLE "Address" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "Address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "cartId" UUID NOT NULL,
    "userId" UUID,
    "keyHash" BYTEA,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "delivery" "Delivery" NOT NULL,
    "subtotalCents" INTEGER NOT NULL,
    "deliveryCents" INTEGER NOT NULL,
    "totalCents" INTEGER NOT NULL,
    "paymentId" UUID NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "variantId" UUID,
    "sku" TEXT NOT NULL,
    "productName" TEXT NOT NULL,
    "glazeName" TEXT NOT NULL,
    "photo" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "priceCents" INTEGER NOT NULL,

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderGrant" (
    "orderId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,

    CONSTRAINT "OrderGrant_pkey" PRIMARY KEY ("orderId","sessionId")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "brand" TEXT NOT NULL,
    "last4" TEXT NOT NULL,
    "status" "PaymentStatus" NOT NULL,
    "code" TEXT,
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Address_userId_createdAt_idx" ON "Address"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Order_cartId_key" ON "Order"("cartId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_keyHash_key" ON "Order"("keyHash");

-- CreateIndex
CREATE UNIQUE INDEX "Order_paymentId_key" ON "Order"("paymentId");

-- CreateIndex
CREATE INDEX "Order_userId_placedAt_idx" ON "Order"("userId", "placedAt");

-- CreateIndex
CREATE INDEX "OrderGrant_sessionId_idx" ON "OrderGrant"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_key_key" ON "Payment"("key");

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderGrant" ADD CONSTRAINT "OrderGrant_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderGrant" ADD CONSTRAINT "OrderGrant_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say. (The engine splits this script at semicolons, in comments too.)

-- An order adds up, and is a member's or opened by a key, never both.
ALTER TABLE "Order" ADD CONSTRAINT "Order_adds_up" CHECK ("totalCents" = "subtotalCents" + "deliveryCents" AND "subtotalCents" > 0 AND "deliveryCents" >= 0);
ALTER TABLE "Order" ADD CONSTRAINT "Order_one_way_in" CHECK (("userId" IS NULL) <> ("keyHash" IS NULL));
ALTER TABLE "Order" ADD CONSTRAINT "Order_key_is_sha256" CHECK (octet_length("keyHash") = 32);
ALTER TABLE "Order" ADD CONSTRAINT "Order_number_readable" CHECK (number ~ '^CJ-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$');
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_counts" CHECK (quantity BETWEEN 1 AND 10 AND "priceCents" > 0);

-- Four digits are all of a card that fits in, and a code waits only while one is asked for.
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_last4_only" CHECK (last4 ~ '^[0-9]{4}$' AND brand !~ '[0-9]');
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amount" CHECK ("amountCents" > 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_code_while_challenged" CHECK ((code IS NOT NULL) = (status = 'CHALLENGED'));
