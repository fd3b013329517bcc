-- AlterTable
ALTER TABLE "outbox_calls" ADD COLUMN "roomPercent" INTEGER;
