-- CreateTable
CREATE TABLE "ratings" (
    "ticketId" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "agentId" TEXT,
    "score" INTEGER NOT NULL,
    "comment" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("ticketId")
);

-- CreateIndex
CREATE INDEX "ratings_score_idx" ON "ratings"("score");

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
