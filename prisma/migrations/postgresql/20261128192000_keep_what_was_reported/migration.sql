-- CreateTable
CREATE TABLE "report_marks" (
    "name" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "report_marks_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "tickets_createdAt_id_idx" ON "tickets"("createdAt", "id");

-- CreateIndex
CREATE INDEX "ratings_at_idx" ON "ratings"("at");

-- CreateIndex
CREATE INDEX "self_help_outcomes_at_idx" ON "self_help_outcomes"("at");
