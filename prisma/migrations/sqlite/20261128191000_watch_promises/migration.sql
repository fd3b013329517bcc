-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "resolveBy" DATETIME;
ALTER TABLE "tickets" ADD COLUMN "slaNextAt" DATETIME;
ALTER TABLE "tickets" ADD COLUMN "slaTold" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "tickets_slaNextAt_idx" ON "tickets"("slaNextAt");

-- Promises that are still to be kept are looked at when they run out; what was broken before is told nobody.
UPDATE "tickets" SET "slaNextAt" = "promisedAt"
WHERE "status" IN ('new', 'open', 'pending') AND "promisedAt" > strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now');
