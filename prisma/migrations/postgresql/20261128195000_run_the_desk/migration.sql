-- AlterTable
ALTER TABLE "customers" ADD COLUMN "banReason" TEXT;
ALTER TABLE "customers" ADD COLUMN "banToldAt" TIMESTAMP(3);
ALTER TABLE "customers" ADD COLUMN "bannedUntil" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "audit_entries" (
    "seq" SERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "chatId" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "reason" TEXT,
    "ticketId" TEXT,
    "customerId" TEXT,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "macros" (
    "id" TEXT NOT NULL,
    "agentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "macros_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "macro_previews" (
    "id" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "agentId" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "macro_previews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_guides" (
    "chatId" BIGINT NOT NULL,
    "callId" TEXT NOT NULL,
    "messageId" INTEGER,

    CONSTRAINT "group_guides_pkey" PRIMARY KEY ("chatId")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_id_key" ON "audit_entries"("id");

-- CreateIndex
CREATE INDEX "audit_entries_chatId_at_idx" ON "audit_entries"("chatId", "at");

-- CreateIndex
CREATE INDEX "audit_entries_ticketId_at_idx" ON "audit_entries"("ticketId", "at");

-- CreateIndex
CREATE INDEX "audit_entries_customerId_idx" ON "audit_entries"("customerId");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE UNIQUE INDEX "macros_agentId_nameKey_key" ON "macros"("agentId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "macro_previews_ticketId_agentId_key" ON "macro_previews"("ticketId", "agentId");

-- CreateIndex
CREATE INDEX "ticket_events_at_idx" ON "ticket_events"("at");
