-- AlterTable
ALTER TABLE "outbox_calls" ADD COLUMN "heldAt" DATETIME;

-- CreateTable
CREATE TABLE "held_chats" (
    "chatId" BIGINT NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "nextTryAt" DATETIME,
    "tries" INTEGER NOT NULL,
    "callId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "group_troubles" (
    "chatId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("chatId", "kind")
);

-- CreateTable
CREATE TABLE "group_owners" (
    "chatId" BIGINT NOT NULL PRIMARY KEY,
    "telegramId" BIGINT NOT NULL
);
