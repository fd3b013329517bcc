-- AlterTable
ALTER TABLE "customers" ADD COLUMN "deletionAt" DATETIME;
ALTER TABLE "customers" ADD COLUMN "email" TEXT;
ALTER TABLE "customers" ADD COLUMN "shopCustomerId" TEXT;

-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "delayedUntil" DATETIME;
ALTER TABLE "tickets" ADD COLUMN "firstReplyAt" DATETIME;
ALTER TABLE "tickets" ADD COLUMN "replyTo" TEXT;

-- Tickets that were answered before are not told to be late.
UPDATE "tickets" SET "firstReplyAt" = (
    SELECT MIN("createdAt") FROM "ticket_messages"
    WHERE "ticket_messages"."ticketId" = "tickets"."id" AND "ticket_messages"."author" = 'agent'
);

-- CreateTable
CREATE TABLE "order_facts" (
    "orderNumber" TEXT NOT NULL,
    "shopCustomerId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("orderNumber", "shopCustomerId")
);

-- CreateIndex
CREATE INDEX "order_facts_at_idx" ON "order_facts"("at");

-- CreateIndex
CREATE INDEX "customers_deletionAt_idx" ON "customers"("deletionAt");
