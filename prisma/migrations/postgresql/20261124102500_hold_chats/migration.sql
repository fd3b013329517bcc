-- AlterTable
ALTER TABLE "outbox_calls" ADD COLUMN "heldAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "held_chats" (
    "chatId" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "nextTryAt" TIMESTAMP(3),
    "tries" INTEGER NOT NULL,
    "callId" TEXT NOT NULL,

    CONSTRAINT "held_chats_pkey" PRIMARY KEY ("chatId")
);

-- CreateTable
CREATE TABLE "group_troubles" (
    "chatId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "group_troubles_pkey" PRIMARY KEY ("chatId","kind")
);

-- CreateTable
CREATE TABLE "group_owners" (
    "chatId" BIGINT NOT NULL,
    "telegramId" BIGINT NOT NULL,

    CONSTRAINT "group_owners_pkey" PRIMARY KEY ("chatId")
);
