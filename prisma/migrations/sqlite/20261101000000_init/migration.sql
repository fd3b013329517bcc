-- CreateTable
CREATE TABLE "customers" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "telegramId" BIGINT NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT,
    "username" TEXT,
    "language" TEXT NOT NULL,
    "languageChosen" BOOLEAN NOT NULL,
    "consentAt" DATETIME,
    "unreachableSince" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "agents" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "telegramId" BIGINT NOT NULL,
    "displayName" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "problemId" TEXT NOT NULL,
    "orderNumber" TEXT,
    "description" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "replyChannel" TEXT NOT NULL,
    "assigneeId" TEXT,
    "precededById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "promisedAt" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "endedAt" DATETIME,
    "version" INTEGER NOT NULL,
    CONSTRAINT "tickets_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ticketId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "fileUniqueId" TEXT NOT NULL,
    "fileName" TEXT,
    "mimeType" TEXT,
    "size" BIGINT,
    "caption" TEXT,
    "albumId" TEXT,
    "sourceMessageId" INTEGER NOT NULL,
    CONSTRAINT "attachments_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ticket_messages" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "agentId" TEXT,
    "content" TEXT NOT NULL,
    "replyToId" TEXT,
    "albumId" TEXT,
    "sourceChatId" BIGINT NOT NULL,
    "sourceMessageId" INTEGER NOT NULL,
    "mirrorCallId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "retractedAt" DATETIME,
    CONSTRAINT "ticket_messages_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ticket_events" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ticket_events_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "staff_threads" (
    "ticketId" TEXT NOT NULL PRIMARY KEY,
    "chatId" BIGINT NOT NULL,
    "topicId" INTEGER,
    "topicCallId" TEXT,
    "cardCallId" TEXT NOT NULL,
    "cardMessageId" INTEGER,
    CONSTRAINT "staff_threads_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "staff_groups" (
    "chatId" BIGINT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "isForum" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "message_links" (
    "chatId" BIGINT NOT NULL,
    "messageId" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,

    PRIMARY KEY ("chatId", "messageId")
);

-- CreateTable
CREATE TABLE "drafts" (
    "customerId" TEXT NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "parked_messages" (
    "customerId" TEXT NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "conversation_states" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "inbox_events" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "botId" BIGINT,
    "updateId" BIGINT,
    "lane" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "notBefore" DATETIME,
    "error" TEXT,
    "receivedAt" DATETIME NOT NULL,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "lanes" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "fence" INTEGER NOT NULL,
    "leaseUntil" DATETIME NOT NULL,
    "blockedUntil" DATETIME
);

-- CreateTable
CREATE TABLE "outbox_calls" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "stream" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "policy" TEXT NOT NULL,
    "notBefore" DATETIME,
    "coalesceKey" TEXT,
    "albumKey" TEXT,
    "albumIndex" INTEGER NOT NULL,
    "subject" TEXT,
    "report" TEXT,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "maybeTwice" BOOLEAN NOT NULL,
    "result" TEXT,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "attemptedAt" DATETIME,
    "settledAt" DATETIME
);

-- CreateTable
CREATE TABLE "leases" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "until" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "customers_telegramId_key" ON "customers"("telegramId");

-- CreateIndex
CREATE UNIQUE INDEX "agents_telegramId_key" ON "agents"("telegramId");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_number_key" ON "tickets"("number");

-- CreateIndex
CREATE INDEX "tickets_customerId_createdAt_idx" ON "tickets"("customerId", "createdAt");

-- CreateIndex
CREATE INDEX "tickets_status_resolvedAt_idx" ON "tickets"("status", "resolvedAt");

-- CreateIndex
CREATE INDEX "attachments_ticketId_position_idx" ON "attachments"("ticketId", "position");

-- CreateIndex
CREATE INDEX "attachments_albumId_idx" ON "attachments"("albumId");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_messages_id_key" ON "ticket_messages"("id");

-- CreateIndex
CREATE INDEX "ticket_messages_ticketId_seq_idx" ON "ticket_messages"("ticketId", "seq");

-- CreateIndex
CREATE INDEX "ticket_messages_albumId_idx" ON "ticket_messages"("albumId");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_messages_sourceChatId_sourceMessageId_key" ON "ticket_messages"("sourceChatId", "sourceMessageId");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_events_id_key" ON "ticket_events"("id");

-- CreateIndex
CREATE INDEX "ticket_events_ticketId_seq_idx" ON "ticket_events"("ticketId", "seq");

-- CreateIndex
CREATE INDEX "staff_threads_chatId_topicId_idx" ON "staff_threads"("chatId", "topicId");

-- CreateIndex
CREATE INDEX "message_links_subject_chatId_messageId_idx" ON "message_links"("subject", "chatId", "messageId");

-- CreateIndex
CREATE INDEX "inbox_events_status_lane_seq_idx" ON "inbox_events"("status", "lane", "seq");

-- CreateIndex
CREATE INDEX "inbox_events_status_seq_lane_idx" ON "inbox_events"("status", "seq", "lane");

-- CreateIndex
CREATE INDEX "inbox_events_doneAt_idx" ON "inbox_events"("doneAt");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_events_botId_updateId_key" ON "inbox_events"("botId", "updateId");

-- CreateIndex
CREATE INDEX "lanes_blockedUntil_idx" ON "lanes"("blockedUntil");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_calls_id_key" ON "outbox_calls"("id");

-- CreateIndex
CREATE INDEX "outbox_calls_status_seq_idx" ON "outbox_calls"("status", "seq");

-- CreateIndex
CREATE INDEX "outbox_calls_attemptedAt_idx" ON "outbox_calls"("attemptedAt");

-- CreateIndex
CREATE INDEX "outbox_calls_settledAt_idx" ON "outbox_calls"("settledAt");
