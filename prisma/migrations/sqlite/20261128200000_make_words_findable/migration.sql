-- What can be found, past Prisma's models: these tables can be made anew from the others.
CREATE TABLE "search_documents" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "handles" TEXT NOT NULL,
    "scope" TEXT NOT NULL
);
CREATE UNIQUE INDEX "search_documents_source_key" ON "search_documents"("source");
CREATE INDEX "search_documents_ticketId_seq_idx" ON "search_documents"("ticketId", "seq");

-- What is new comes after a thousand million; what was there before is put below, downwards.
INSERT INTO sqlite_sequence (name, seq) VALUES ('search_documents', 1000000000);

CREATE TABLE "search_progress" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "beforeId" TEXT,
    "nextSeq" INTEGER NOT NULL,
    "isDone" INTEGER NOT NULL
);
INSERT INTO "search_progress" VALUES (1, NULL, 1000000000, 0);

CREATE VIRTUAL TABLE "search_index" USING fts5(
    "words", "handles", "scope",
    content = 'search_documents', content_rowid = 'seq',
    tokenize = "ascii tokenchars '-'", detail = none, columnsize = 0, prefix = '3 4 5'
);
-- What is taken out of the index is overwritten there at once.
INSERT INTO "search_index"("search_index", rank) VALUES ('secure-delete', 1);

CREATE TRIGGER "search_documents_insert" AFTER INSERT ON "search_documents" BEGIN
    INSERT INTO "search_index"(rowid, "words", "handles", "scope")
    VALUES (new."seq", new."words", new."handles", new."scope");
END;
CREATE TRIGGER "search_documents_delete" AFTER DELETE ON "search_documents" BEGIN
    INSERT INTO "search_index"("search_index", rowid, "words", "handles", "scope")
    VALUES ('delete', old."seq", old."words", old."handles", old."scope");
END;
CREATE TRIGGER "search_documents_update" AFTER UPDATE ON "search_documents" BEGIN
    INSERT INTO "search_index"("search_index", rowid, "words", "handles", "scope")
    VALUES ('delete', old."seq", old."words", old."handles", old."scope");
    INSERT INTO "search_index"(rowid, "words", "handles", "scope")
    VALUES (new."seq", new."words", new."handles", new."scope");
END;

-- What an agent has in hand.
CREATE INDEX "tickets_assigneeId_status_promisedAt_idx" ON "tickets"("assigneeId", "status", "promisedAt");
