-- AlterTable
ALTER TABLE "customers" ADD COLUMN "banReason" TEXT;
ALTER TABLE "customers" ADD COLUMN "banToldAt" DATETIME;
ALTER TABLE "customers" ADD COLUMN "bannedUntil" DATETIME;

-- CreateTable
CREATE TABLE "audit_entries" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "chatId" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "reason" TEXT,
    "ticketId" TEXT,
    "customerId" TEXT
);

-- CreateTable
CREATE TABLE "macros" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "macro_previews" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ticketId" TEXT NOT NULL,
    "agentId" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "group_guides" (
    "chatId" BIGINT NOT NULL PRIMARY KEY,
    "callId" TEXT NOT NULL,
    "messageId" INTEGER
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
