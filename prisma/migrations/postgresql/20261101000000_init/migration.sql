-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "customers" (
    "id" TEXT NOT NULL,
    "telegramId" BIGINT NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT,
    "username" TEXT,
    "language" TEXT NOT NULL,
    "languageChosen" BOOLEAN NOT NULL,
    "consentAt" TIMESTAMP(3),
    "unreachableSince" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agents" (
    "id" TEXT NOT NULL,
    "telegramId" BIGINT NOT NULL,
    "displayName" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "agents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "promisedAt" TIMESTAMP(3) NOT NULL,
    "resolvedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" TEXT NOT NULL,
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

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_messages" (
    "seq" SERIAL NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3),
    "retractedAt" TIMESTAMP(3),

    CONSTRAINT "ticket_messages_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "ticket_events" (
    "seq" SERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ticket_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "staff_threads" (
    "ticketId" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "topicId" INTEGER,
    "topicCallId" TEXT,
    "cardCallId" TEXT NOT NULL,
    "cardMessageId" INTEGER,

    CONSTRAINT "staff_threads_pkey" PRIMARY KEY ("ticketId")
);

-- CreateTable
CREATE TABLE "staff_groups" (
    "chatId" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "isForum" BOOLEAN NOT NULL,

    CONSTRAINT "staff_groups_pkey" PRIMARY KEY ("chatId")
);

-- CreateTable
CREATE TABLE "message_links" (
    "chatId" BIGINT NOT NULL,
    "messageId" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "message_links_pkey" PRIMARY KEY ("chatId","messageId")
);

-- CreateTable
CREATE TABLE "drafts" (
    "customerId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "parked_messages" (
    "customerId" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "parked_messages_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "conversation_states" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "conversation_states_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "inbox_events" (
    "seq" SERIAL NOT NULL,
    "botId" BIGINT,
    "updateId" BIGINT,
    "lane" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "notBefore" TIMESTAMP(3),
    "error" TEXT,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "inbox_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "lanes" (
    "key" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "fence" INTEGER NOT NULL,
    "leaseUntil" TIMESTAMP(3) NOT NULL,
    "blockedUntil" TIMESTAMP(3),

    CONSTRAINT "lanes_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "outbox_calls" (
    "seq" SERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "stream" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "policy" TEXT NOT NULL,
    "notBefore" TIMESTAMP(3),
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "attemptedAt" TIMESTAMP(3),
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "outbox_calls_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "leases" (
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "leases_pkey" PRIMARY KEY ("name")
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

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_messages_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_threads" ADD CONSTRAINT "staff_threads_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
