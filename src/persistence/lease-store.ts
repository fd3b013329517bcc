import type { LeaseStore } from '../delivery/ports.ts'
import { type Client, prismaErrorCode } from './client.ts'

export function createLeaseStore(client: Client): LeaseStore {
  return {
    async hold(name, owner, now, forMs) {
      const until = new Date(now.getTime() + forMs)
      const { count } = await client.lease.updateMany({
        where: { name, OR: [{ owner }, { until: { lte: now } }] },
        data: { owner, until },
      })
      if (count > 0) return true
      if (await client.lease.findUnique({ where: { name }, select: { name: true } })) return false
      try {
        await client.lease.createMany({ data: [{ name, owner, until }] })
        return true
      } catch (error) {
        if (prismaErrorCode(error) === 'P2002') return false
        throw error
      }
    },
    async release(name, owner) {
      await client.lease.updateMany({ where: { name, owner }, data: { until: new Date(0) } })
    },
  }
}
