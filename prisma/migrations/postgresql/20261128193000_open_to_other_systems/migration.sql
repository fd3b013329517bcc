-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "updatedAt" TIMESTAMP(3);

-- Tickets that were there before count as changed when they last were, as far as they tell.
UPDATE "tickets" SET "updatedAt" = COALESCE("endedAt", "resolvedAt", "firstReplyAt", "createdAt");

-- CreateTable
CREATE TABLE "api_requests" (
    "id" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "outcome" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "api_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_requests_client_key_key" ON "api_requests"("client", "key");

-- CreateIndex
CREATE INDEX "api_requests_createdAt_idx" ON "api_requests"("createdAt");

-- CreateIndex
CREATE INDEX "tickets_updatedAt_id_idx" ON "tickets"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "customers_shopCustomerId_idx" ON "customers"("shopCustomerId");
