-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "strippedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "tickets_strippedAt_endedAt_idx" ON "tickets"("strippedAt", "endedAt");
