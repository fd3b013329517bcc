-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "closingToldAt" TIMESTAMP(3);
