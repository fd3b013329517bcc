-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "strippedAt" DATETIME;

-- CreateIndex
CREATE INDEX "tickets_strippedAt_endedAt_idx" ON "tickets"("strippedAt", "endedAt");
