import { hostname } from 'node:os'
import type { Client } from './client.ts'

/**
 * Ends the leases of processes of this machine that are gone, so that after a crash nobody waits for them to run out.
 * An owner is named `host:pid:random`; owners on other machines are left to their time.
 */
export async function evictDead(client: Client, self: string): Promise<void> {
  const [lanes, leases] = await Promise.all([
    client.lane.findMany({
      where: { leaseUntil: { gt: new Date(0) } },
      distinct: ['owner'],
      select: { owner: true },
    }),
    client.lease.findMany({ select: { owner: true } }),
  ])
  const dead = [...new Set([...lanes, ...leases].map((row) => row.owner))].filter(
    (owner) => owner !== self && isDead(owner),
  )
  if (dead.length === 0) return
  const ended = new Date(0)
  await client.$transaction([
    client.lane.updateMany({ where: { owner: { in: dead } }, data: { leaseUntil: ended } }),
    client.lease.updateMany({ where: { owner: { in: dead } }, data: { until: ended } }),
  ])
}

function isDead(owner: string): boolean {
  const [host, pid] = owner.split(':')
  if (host !== hostname() || pid === undefined) return false
  // A container's restarted process has its predecessor's number.
  if (Number(pid) === process.pid) return true
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
