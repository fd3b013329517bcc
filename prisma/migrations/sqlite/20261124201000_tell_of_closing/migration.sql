-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "closingToldAt" DATETIME;
