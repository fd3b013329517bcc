-- AlterTable
ALTER TABLE "staff_threads" ADD COLUMN "cardForm" TEXT NOT NULL DEFAULT 'plain';

-- CreateTable
CREATE TABLE "feature_refusals" (
    "feature" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "feature_refusals_pkey" PRIMARY KEY ("feature")
);
