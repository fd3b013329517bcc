-- CreateTable
CREATE TABLE "stored_files" (
    "fileUniqueId" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "path" TEXT,
    "size" BIGINT,
    "sha256" TEXT,
    "mimeType" TEXT,
    "changedAt" DATETIME NOT NULL
);
