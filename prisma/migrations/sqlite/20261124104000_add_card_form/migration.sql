-- AlterTable
ALTER TABLE "staff_threads" ADD COLUMN "cardForm" TEXT NOT NULL DEFAULT 'plain';

-- CreateTable
CREATE TABLE "feature_refusals" (
    "feature" TEXT NOT NULL PRIMARY KEY,
    "until" DATETIME NOT NULL
);
