import type { Feature, FeatureRefusalStore } from '../../app/staff-ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createFeatureRefusalStore(client: Client, batch: WriteBatch): FeatureRefusalStore {
  const written = new Map<Feature, Date>()
  return {
    async untilOf(feature) {
      const own = written.get(feature)
      if (own !== undefined) return own
      const row = await client.featureRefusal.findUnique({ where: { feature } })
      return row?.until ?? null
    },
    save(feature, until) {
      written.set(feature, until)
      batch.put(`refusal:${feature}`, (client) =>
        client.featureRefusal.upsert({
          where: { feature },
          create: { feature, until },
          update: { until },
          select: { feature: true },
        }),
      )
    },
  }
}
