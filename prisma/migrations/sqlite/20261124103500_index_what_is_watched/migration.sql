-- CreateIndex
CREATE INDEX "tickets_status_promisedAt_idx" ON "tickets"("status", "promisedAt");

-- CreateIndex
CREATE INDEX "outbox_calls_status_chatId_seq_idx" ON "outbox_calls"("status", "chatId", "seq");
