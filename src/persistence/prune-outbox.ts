import type { Client } from './client.ts'

/** Rows a step: few enough to let the other writers in between. */
const STEP = 1000

/** What waits longer than a day is held up; what it refers to was sent about when it was put. Milliseconds. */
const HELD_UP_MS = 24 * 3_600_000

/** See OutboxStore.prune. A superseded call has no end of its own: its age counts. */
export async function pruneOutbox(client: Client, before: Date): Promise<number> {
  let pruned = 0
  const heldUpSince = new Date(before.getTime() + HELD_UP_MS)
  for (let after = 0; ; ) {
    const ended = await client.outboxCall.findMany({
      where: {
        seq: { gt: after },
        OR: [{ settledAt: { lt: before } }, { status: 'superseded', createdAt: { lt: before } }],
      },
      orderBy: { seq: 'asc' },
      take: STEP,
      select: { seq: true, chatId: true },
    })
    const owing = await chatsThatWait(client, [...new Set(ended.map((row) => row.chatId))], heldUpSince)
    const seqs = ended.filter((row) => !owing.has(row.chatId)).map((row) => row.seq)
    if (seqs.length > 0)
      pruned += (await client.outboxCall.deleteMany({ where: { seq: { in: seqs } } })).count
    after = ended.at(-1)?.seq ?? after
    if (ended.length < STEP) return pruned
  }
}

/** A call that waits for days (its chat can't be reached, the token was revoked) may refer to one that was sent before. */
async function chatsThatWait(
  client: Client,
  chatIds: readonly bigint[],
  since: Date,
): Promise<ReadonlySet<bigint>> {
  const rows = await client.outboxCall.findMany({
    where: { status: { in: ['waiting', 'sending'] }, chatId: { in: [...chatIds] }, createdAt: { lt: since } },
    distinct: ['chatId'],
    select: { chatId: true },
  })
  return new Set(rows.map((row) => row.chatId))
}
