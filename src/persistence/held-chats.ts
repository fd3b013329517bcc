import type { HeldChat, OutboxStore } from '../delivery/outbox-port.ts'
import type { HoldReason, StoredCall } from '../delivery/outgoing-call.ts'
import type { Client } from './client.ts'
import { toInboxRow } from './inbox-rows.ts'
import { insertRows } from './insert-rows.ts'
import { runTogether } from './run-together.ts'

type HeldChats = Pick<
  OutboxStore,
  'heldChats' | 'countHeldChats' | 'holdChat' | 'tryHeldLater' | 'releaseHeld' | 'reportHeld'
>

/** Chats that can't be reached. Only the dispatcher puts rows here; the lane of the chat may change or remove them at any time. */
export function createHeldChats(client: Client): HeldChats {
  return {
    async heldChats() {
      const rows = await client.heldChat.findMany({ orderBy: { since: 'asc' } })
      return rows.map((row) => ({
        ...row,
        chatId: Number(row.chatId),
        reason: row.reason as HoldReason,
      }))
    },
    countHeldChats: () => client.heldChat.count(),
    holdChat: (held, calls, lane, now) => holdChat(client, held, calls, { lane, now }),
    async tryHeldLater({ chatId, nextTryAt, tries }) {
      await client.heldChat.updateMany({ where: stillTried(chatId), data: { nextTryAt, tries } })
    },
    async releaseHeld({ chatId, reason, since }, lane, now) {
      const where = { ...stillTried(chatId), since }
      if ((await client.heldChat.count({ where })) === 0) return []
      const news = reachNews({ chatId, reason, change: 'released' }, lane, now)
      await client.$transaction([client.heldChat.deleteMany({ where }), client.inboxEvent.create(news)])
      return [lane]
    },
    reportHeld: (calls, now) => reportHeld(client, calls, now),
  }
}

/** Not one that the chat itself has confirmed meanwhile. */
const stillTried = (chatId: number) => ({ chatId, nextTryAt: { not: null } })

function reachNews(
  reach: { chatId: number; reason: HoldReason; change: 'held' | 'released' },
  lane: string,
  now: Date,
) {
  return { data: toInboxRow({ lane, body: { kind: 'reach', reach } }, null, now), select: { seq: true } }
}

async function holdChat(
  client: Client,
  held: HeldChat,
  calls: Parameters<OutboxStore['holdChat']>[1],
  { lane, now }: { lane: string; now: Date },
): Promise<readonly string[]> {
  const { chatId, reason, nextTryAt, tries } = held
  const before = await client.heldChat.findUnique({ where: { chatId }, select: { reason: true } })
  const isNews = before?.reason !== reason
  await client.$transaction([
    ...calls.map(({ id, sender }) =>
      client.outboxCall.updateMany({
        where: { id, sender, status: 'sending' },
        data: { status: 'waiting', notBefore: now, attempts: { decrement: 1 } },
      }),
    ),
    before === null
      ? client.heldChat.createMany({ data: [held] })
      : client.heldChat.updateMany({ where: stillTried(chatId), data: { reason, nextTryAt, tries } }),
    ...(isNews ? [client.inboxEvent.create(reachNews({ chatId, reason, change: 'held' }, lane, now))] : []),
  ])
  return isNews ? [lane] : []
}

/** A report of the end follows all the same, when it comes. */
async function reportHeld(
  client: Client,
  calls: readonly StoredCall[],
  now: Date,
): Promise<readonly string[]> {
  const events = calls.flatMap(({ id: callId, chatId, method, report }) =>
    report === null
      ? []
      : [
          {
            lane: report.lane,
            body: {
              kind: 'outcome',
              outcome: { callId, chatId, method, outcome: { kind: 'held' }, data: report.data },
            },
          } as const,
        ],
  )
  await runTogether(client, (writer) => [
    writer.outboxCall.updateMany({
      where: { id: { in: calls.map((call) => call.id) }, status: 'waiting' },
      data: { heldAt: now },
    }),
    ...insertRows(
      writer,
      'inbox_events',
      events.map((event) => toInboxRow(event, null, now)),
    ),
  ])
  return [...new Set(events.map((event) => event.lane))]
}
