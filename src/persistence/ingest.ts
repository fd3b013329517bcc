import type { NewInboxEvent } from '../delivery/inbox-event.ts'
import type { Client } from './client.ts'
import { toInboxRow } from './inbox-rows.ts'
import { insertRows } from './insert-rows.ts'

type Row = ReturnType<typeof toInboxRow>

/** See InboxStore.ingest. */
export async function ingest(
  client: Client,
  botId: number,
  events: readonly NewInboxEvent[],
  now: Date,
): Promise<readonly string[]> {
  const fresh = await leaveOutKnown(
    client,
    botId,
    events.map((event) => toInboxRow(event, botId, now)),
  )
  // Another process may store the same update at once: the unique index lets one of them through.
  const statements = insertRows(client, 'inbox_events', fresh, { unless: ['botId', 'updateId'] })
  // Each is a transaction of its own: what a killed process had no time for comes again.
  for (const statement of statements) await statement
  return [...new Set(fresh.map((row) => row.lane))]
}

async function leaveOutKnown(client: Client, botId: number, rows: readonly Row[]): Promise<Row[]> {
  const updateIds = rows.flatMap((row) => (row.updateId === null ? [] : [row.updateId]))
  if (updateIds.length === 0) return [...rows]
  const known = await client.inboxEvent.findMany({
    where: { botId, updateId: { in: updateIds } },
    select: { updateId: true },
  })
  const seen = new Set(known.map((row) => Number(row.updateId)))
  return rows.filter((row) => {
    if (row.updateId === null) return true
    if (seen.has(row.updateId)) return false
    seen.add(row.updateId)
    return true
  })
}
