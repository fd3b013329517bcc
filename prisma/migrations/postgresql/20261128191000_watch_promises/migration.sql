-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "resolveBy" TIMESTAMP(3);
ALTER TABLE "tickets" ADD COLUMN "slaNextAt" TIMESTAMP(3);
ALTER TABLE "tickets" ADD COLUMN "slaTold" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "tickets_slaNextAt_idx" ON "tickets"("slaNextAt");

-- Promises that are still to be kept are looked at when they run out; what was broken before is told nobody.
UPDATE "tickets" SET "slaNextAt" = "promisedAt"
WHERE "status" IN ('new', 'open', 'pending') AND "promisedAt" > now() AT TIME ZONE 'UTC';
