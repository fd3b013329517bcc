-- AlterTable
ALTER TABLE "customers" ADD COLUMN "exportedAt" TIMESTAMP(3);
