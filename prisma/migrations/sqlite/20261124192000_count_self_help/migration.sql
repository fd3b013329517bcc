-- CreateTable
CREATE TABLE "self_help_outcomes" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "categoryId" TEXT NOT NULL,
    "problemId" TEXT NOT NULL,
    "helped" BOOLEAN NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "self_help_outcomes_categoryId_problemId_helped_idx" ON "self_help_outcomes"("categoryId", "problemId", "helped");
