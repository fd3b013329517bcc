-- AlterTable
ALTER TABLE "drafts" ADD COLUMN "reminded" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "drafts_reminded_updatedAt_idx" ON "drafts"("reminded", "updatedAt");
