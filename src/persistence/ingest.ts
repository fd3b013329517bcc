import type { NewInboxEvent } from '../delivery/inbox-event.ts'
import { type Client, prismaErrorCode } from './client.ts'
import { toInboxRow } from './inbox-rows.ts'

type Row = ReturnType<typeof toInboxRow>

/** Two processes that store the same update at once; the unique index lets one of them through. */
const UNIQUE_VIOLATION = 'P2002'

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
  if (fresh.length === 0) return []
  try {
    await client.inboxEvent.createMany({ data: fresh })
    return lanesOf(fresh)
  } catch (error) {
    if (prismaErrorCode(error) !== UNIQUE_VIOLATION) throw error
    return insertOneByOne(client, fresh)
  }
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

async function insertOneByOne(client: Client, rows: readonly Row[]): Promise<readonly string[]> {
  const stored: Row[] = []
  for (const row of rows) {
    try {
      await client.inboxEvent.createMany({ data: [row] })
      stored.push(row)
    } catch (error) {
      if (prismaErrorCode(error) !== UNIQUE_VIOLATION) throw error
    }
  }
  return lanesOf(stored)
}

function lanesOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map((row) => row.lane))]
}
