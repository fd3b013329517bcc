-- CreateTable
CREATE TABLE "stored_files" (
    "fileUniqueId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "path" TEXT,
    "size" BIGINT,
    "sha256" TEXT,
    "mimeType" TEXT,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("fileUniqueId")
);
