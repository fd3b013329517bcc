-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "mergedIntoId" TEXT;

-- AlterTable
ALTER TABLE "staff_threads" ADD COLUMN "cardMenu" TEXT;

-- CreateTable
CREATE TABLE "agent_places" (
    "chatId" BIGINT NOT NULL,
    "agentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "agent_places_pkey" PRIMARY KEY ("chatId","agentId")
);

-- CreateTable
CREATE TABLE "ticket_tags" (
    "ticketId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "ticket_tags_pkey" PRIMARY KEY ("ticketId","tag")
);

-- CreateIndex
CREATE INDEX "agent_places_chatId_seenAt_idx" ON "agent_places"("chatId", "seenAt");

-- CreateIndex
CREATE INDEX "ticket_tags_tag_idx" ON "ticket_tags"("tag");

-- CreateIndex
CREATE INDEX "tickets_mergedIntoId_idx" ON "tickets"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "ticket_tags" ADD CONSTRAINT "ticket_tags_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
