-- AlterTable
ALTER TABLE "outbox_calls" ADD COLUMN "sender" TEXT;

-- CreateTable
CREATE TABLE "processes" (
    "owner" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "processes_pkey" PRIMARY KEY ("owner")
);
