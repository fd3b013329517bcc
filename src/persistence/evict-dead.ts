import type { Client } from './client.ts'
import { isSurelyGone } from './process-name.ts'

/**
 * See LeaseStore.evictDead. After a crash nobody of the same machine waits for anything to run out; processes of other
 * machines are left to their time.
 */
export async function evictDead(client: Client, self: string, now: Date): Promise<void> {
  const rows = await client.process.findMany({ where: { until: { gt: now } }, select: { owner: true } })
  const dead = rows.map((row) => row.owner).filter((owner) => isSurelyGone(owner, self))
  if (dead.length === 0) return
  await client.$transaction([
    client.lease.updateMany({ where: { owner: { in: dead } }, data: { until: new Date(0) } }),
    client.process.updateMany({ where: { owner: { in: dead } }, data: { until: now } }),
  ])
}
