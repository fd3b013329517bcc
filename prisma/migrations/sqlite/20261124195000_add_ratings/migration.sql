-- CreateTable
CREATE TABLE "ratings" (
    "ticketId" TEXT NOT NULL PRIMARY KEY,
    "categoryId" TEXT NOT NULL,
    "agentId" TEXT,
    "score" INTEGER NOT NULL,
    "comment" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ratings_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ratings_score_idx" ON "ratings"("score");
