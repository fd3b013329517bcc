-- AlterTable
ALTER TABLE "ticket_messages" ADD COLUMN "fileUniqueId" TEXT;

-- What was written before says so in its content.
UPDATE "ticket_messages" SET "fileUniqueId" = "content"::json ->> 'fileUniqueId';

-- CreateIndex
CREATE INDEX "ticket_messages_fileUniqueId_idx" ON "ticket_messages"("fileUniqueId");

-- CreateIndex
CREATE INDEX "attachments_fileUniqueId_idx" ON "attachments"("fileUniqueId");
