-- AlterTable
ALTER TABLE "customers" ADD COLUMN "exportedAt" DATETIME;
