import type { Client } from './client.ts'

/** See OutboxStore.moveChat. The call that brought the news is still in flight and moves too. */
export async function moveChat(client: Client, from: number, to: number): Promise<void> {
  const rows = await client.outboxCall.findMany({
    where: { chatId: from, status: { in: ['waiting', 'sending'] } },
    select: { id: true, stream: true, payload: true },
  })
  await client.$transaction(
    rows.map(({ id, stream, payload }) =>
      client.outboxCall.updateMany({
        // A call settled in between keeps its blank payload.
        where: { id, status: { in: ['waiting', 'sending'] } },
        data: {
          chatId: to,
          stream: stream.replaceAll(String(from), String(to)),
          payload: movePayload(payload, from, to),
        },
      }),
    ),
  )
}

function movePayload(payload: string, from: number, to: number): string {
  const parsed = JSON.parse(payload) as Record<string, unknown>
  return String(parsed.chat_id) === String(from) ? JSON.stringify({ ...parsed, chat_id: to }) : payload
}
