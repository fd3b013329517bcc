import type { OutboxStore, PastCall } from '../delivery/outbox-port.ts'
import { type CallStatus, isUpkeep } from '../delivery/outgoing-call.ts'
import type { Client } from './client.ts'
import { createHeldChats } from './held-chats.ts'
import { moveChat } from './move-chat.ts'
import { CALL_COLUMNS, toCallResult, toStoredCall } from './outbox-rows.ts'
import { livingAmong } from './processes.ts'
import { pruneOutbox } from './prune-outbox.ts'
import { settle } from './settle.ts'

/** `waiting` → `sending` → `sent`, `failed` or `unknown`, or back to `waiting`; `superseded` where a newer call says it all. */
export function createOutboxStore(client: Client): OutboxStore {
  return {
    ...createReads(client),
    ...createHeldChats(client),
    async markSending(ids, now, sender) {
      const taken = await client.outboxCall.updateManyAndReturn({
        where: { id: { in: [...ids] }, status: 'waiting' },
        data: { status: 'sending', attempts: { increment: 1 }, attemptedAt: now, sender: sender ?? null },
        select: { id: true },
      })
      return taken.map((row) => row.id)
    },
    settle: (settlements, now) => settle(client, settlements, now),
    async retryLater(ids, notBefore, how) {
      await client.outboxCall.updateMany({
        where: {
          id: { in: [...ids] },
          status: 'sending',
          ...(how.sender === undefined ? {} : { sender: how.sender }),
        },
        data: {
          status: 'waiting',
          notBefore,
          // Once possibly there, always possibly there.
          ...(how.maybeTwice ? { maybeTwice: true } : {}),
          ...(how.countAttempt ? {} : { attempts: { decrement: 1 } }),
          ...(how.leaveAlbum === true ? { albumKey: null } : {}),
        },
      })
    },
    async supersede(ids) {
      await client.outboxCall.updateMany({
        where: { id: { in: [...ids] }, status: 'waiting' },
        data: { status: 'superseded', payload: '{}' },
      })
    },
    moveChat: (from, to, news, now) => moveChat(client, { from, to, news, now }),
    prune: (before) => pruneOutbox(client, before),
  }
}

function createReads(client: Client) {
  return {
    async waiting(after: number, limit: number) {
      const rows = await client.outboxCall.findMany({
        where: { status: 'waiting', seq: { gt: after } },
        orderBy: { seq: 'asc' },
        take: limit,
        select: CALL_COLUMNS,
      })
      return rows.map(toStoredCall)
    },
    async orphans(self: string, now: Date) {
      const rows = await client.outboxCall.findMany({
        where: { status: 'sending' },
        orderBy: { seq: 'asc' },
        select: CALL_COLUMNS,
      })
      const others = rows.flatMap(({ sender }) => (sender === null || sender === self ? [] : [sender]))
      const living = await livingAmong(client, others, now)
      return rows.filter(({ sender }) => sender === null || !living.has(sender)).map(toStoredCall)
    },
    async busyElsewhere(self: string, now: Date) {
      const rows = await client.outboxCall.findMany({
        where: { status: 'sending', sender: { not: self } },
        select: { stream: true, sender: true },
      })
      const living = await livingAmong(
        client,
        rows.flatMap(({ sender }) => sender ?? []),
        now,
      )
      return rows.filter(({ sender }) => sender !== null && living.has(sender)).map(({ stream }) => stream)
    },
    async results(ids: readonly string[]) {
      const rows = await client.outboxCall.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, chatId: true, status: true, result: true },
      })
      return new Map(rows.map((row) => [row.id, toPastCall(row)]))
    },
    async recentSends(since: Date) {
      const rows = await client.outboxCall.findMany({
        where: { attemptedAt: { gte: since } },
        orderBy: { attemptedAt: 'asc' },
        select: { chatId: true, attemptedAt: true, priority: true },
      })
      // Each part of an album is a call of its own, so every row counts once.
      return rows.map((row) => ({
        chatId: Number(row.chatId),
        at: row.attemptedAt?.getTime() ?? 0,
        weight: 1,
        isUpkeep: isUpkeep(row),
      }))
    },
    depth: (chatId?: number) =>
      client.outboxCall.count({
        where: { status: { in: ['waiting', 'sending'] }, ...(chatId === undefined ? {} : { chatId }) },
      }),
  }
}

function toPastCall(row: { chatId: bigint; status: string; result: string | null }): PastCall {
  return {
    status: row.status as CallStatus,
    chatId: Number(row.chatId),
    result: toCallResult(row.result),
  }
}
