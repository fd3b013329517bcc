import type { Client } from './client.ts'

/** A process that fell silent is remembered for as long as anything could still be in its name. Milliseconds. */
const REMEMBERED_MS = 60 * 60_000

/** See LeaseStore.beat. */
export async function beat(client: Client, owner: string, now: Date, forMs: number): Promise<void> {
  const until = new Date(now.getTime() + forMs)
  const { count } = await client.process.updateMany({ where: { owner }, data: { until } })
  if (count > 0) return
  // A new one: the moment to forget the old ones.
  await client.process.deleteMany({ where: { until: { lt: new Date(now.getTime() - REMEMBERED_MS) } } })
  await client.process.createMany({ data: [{ owner, until }] })
}

/** Those of the owners that were heard of and have fallen silent. Who never said a word is left to the end of its leases. */
export function silentAmong(
  client: Client,
  owners: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  return among(client, owners, { lte: now })
}

/** Those of the owners that say they live. */
export function livingAmong(
  client: Client,
  owners: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  return among(client, owners, { gt: now })
}

async function among(
  client: Client,
  owners: readonly string[],
  until: { readonly lte: Date } | { readonly gt: Date },
): Promise<ReadonlySet<string>> {
  if (owners.length === 0) return new Set()
  const rows = await client.process.findMany({
    where: { owner: { in: [...new Set(owners)] }, until },
    select: { owner: true },
  })
  return new Set(rows.map((row) => row.owner))
}

/** See LeaseStore.depart. */
export async function depart(client: Client, owner: string): Promise<void> {
  await client.process.deleteMany({ where: { owner } })
}
