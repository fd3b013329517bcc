-- CreateTable
CREATE TABLE "self_help_outcomes" (
    "id" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "problemId" TEXT NOT NULL,
    "helped" BOOLEAN NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "self_help_outcomes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "self_help_outcomes_categoryId_problemId_helped_idx" ON "self_help_outcomes"("categoryId", "problemId", "helped");
