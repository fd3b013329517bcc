-- DropIndex
DROP INDEX "tickets_status_promisedAt_idx";

-- CreateIndex
CREATE INDEX "tickets_status_firstReplyAt_promisedAt_idx" ON "tickets"("status", "firstReplyAt", "promisedAt");

-- CreateIndex
CREATE INDEX "tickets_status_resolveBy_idx" ON "tickets"("status", "resolveBy");
