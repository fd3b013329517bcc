import type { LeaseStore } from '../delivery/ports.ts'
import { type Connection, prismaErrorCode } from './client.ts'
import { evictDead } from './evict-dead.ts'
import { beat, depart } from './processes.ts'

export function createLeaseStore({ client, now: askTime }: Connection): LeaseStore {
  return {
    now: askTime,
    beat: (owner, now, forMs) => beat(client, owner, now, forMs),
    async hold(name, owner, now, forMs) {
      const until = new Date(now.getTime() + forMs)
      const { count } = await client.lease.updateMany({
        where: { name, OR: [{ owner }, { until: { lte: now } }] },
        data: { owner, until },
      })
      if (count > 0) return { isOurs: true, until }
      const holder = await client.lease.findUnique({ where: { name }, select: { until: true } })
      if (holder) return { isOurs: false, until: holder.until }
      try {
        await client.lease.createMany({ data: [{ name, owner, until }] })
        return { isOurs: true, until }
      } catch (error) {
        // Somebody was faster.
        if (prismaErrorCode(error) === 'P2002') return { isOurs: false, until }
        throw error
      }
    },
    async release(name, owner) {
      await client.lease.updateMany({ where: { name, owner }, data: { until: new Date(0) } })
    },
    depart: (owner) => depart(client, owner),
    evictDead: (self, now) => evictDead(client, self, now),
  }
}
