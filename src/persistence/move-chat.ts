import type { NewInboxEvent } from '../delivery/inbox-event.ts'
import type { Client } from './client.ts'
import type { OutboxCall as Row } from './generated/sqlite/client.ts'
import { toInboxRow } from './inbox-rows.ts'
import { insertRows } from './insert-rows.ts'
import { runTogether } from './run-together.ts'

interface Move {
  readonly from: number
  readonly to: number
  readonly news: readonly NewInboxEvent[]
  readonly now: Date
}

/** See OutboxStore.moveChat. The call that brought the news is still in flight and moves too. */
export async function moveChat(client: Client, move: Move): Promise<readonly string[]> {
  const rows = await client.outboxCall.findMany({
    where: { chatId: move.from, status: { in: ['waiting', 'sending'] } },
    select: { id: true, stream: true, payload: true },
  })
  const news = move.news.map((event) => toInboxRow(event, null, move.now))
  await runTogether(client, (writer) => [
    ...rows.map((row) =>
      writer.outboxCall.updateMany({
        // A call settled in between keeps its blank payload.
        where: { id: row.id, status: { in: ['waiting', 'sending'] } },
        data: moved(row, move),
      }),
    ),
    writer.heldChat.deleteMany({ where: { chatId: move.from } }),
    ...insertRows(writer, 'inbox_events', news),
  ])
  return [...new Set(move.news.map((event) => event.lane))]
}

function moved({ stream, payload }: Pick<Row, 'stream' | 'payload'>, { from, to }: Move) {
  const parsed = JSON.parse(payload) as Record<string, unknown>
  const isHere = String(parsed.chat_id) === String(from)
  if (isHere && namesOldMessage(parsed)) return { status: 'superseded', payload: '{}' }
  return {
    chatId: to,
    stream: stream
      .split(':')
      .map((part) => (part === String(from) ? String(to) : part))
      .join(':'),
    payload: isHere ? JSON.stringify(withoutOldIds({ ...parsed, chat_id: to })) : payload,
  }
}

/** An edit or a deletion; a copy names a message of another chat. */
function namesOldMessage(payload: Record<string, unknown>): boolean {
  return typeof payload.message_id === 'number' && payload.from_chat_id === undefined
}

/** References to other calls stay: those that move along still mean something. */
function withoutOldIds(payload: Record<string, unknown>): Record<string, unknown> {
  const { reply_parameters: reply, message_thread_id: topic, ...rest } = payload
  const hadTopic = typeof topic === 'number'
  const repliesToNumber =
    typeof reply === 'object' &&
    reply !== null &&
    'message_id' in reply &&
    typeof reply.message_id === 'number'
  return {
    ...rest,
    ...(reply === undefined || repliesToNumber ? {} : { reply_parameters: reply }),
    ...(topic === undefined || hadTopic ? {} : { message_thread_id: topic }),
    ...(hadTopic && typeof rest.$omitted === 'object' ? rest.$omitted : {}),
  }
}
