-- AlterTable
ALTER TABLE "customers" ADD COLUMN "pace" TEXT;

-- AlterTable
ALTER TABLE "ticket_messages" ADD COLUMN "sharesMirror" BOOLEAN NOT NULL DEFAULT false;
