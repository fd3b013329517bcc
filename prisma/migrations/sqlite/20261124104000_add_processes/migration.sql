-- AlterTable
ALTER TABLE "outbox_calls" ADD COLUMN "sender" TEXT;

-- CreateTable
CREATE TABLE "processes" (
    "owner" TEXT NOT NULL PRIMARY KEY,
    "until" DATETIME NOT NULL
);
