import type { RatingStore } from '../../app/ports.ts'
import type { Rating, Score } from '../../domain/rating.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'

export function createRatingStore(client: Client, batch: WriteBatch): RatingStore {
  const written = new Map<string, Rating>()
  return {
    async of(ticketId) {
      const own = written.get(ticketId)
      if (own !== undefined) return own
      const row = await client.rating.findUnique({ where: { ticketId } })
      return row && { ...row, score: row.score as Score }
    },
    save(rating) {
      const { ticketId, ...data } = rating
      written.set(ticketId, rating)
      batch.put(`rating:${ticketId}`, (client) =>
        client.rating.upsert({
          where: { ticketId },
          create: { ticketId, ...data },
          update: data,
          select: { ticketId: true },
        }),
      )
    },
  }
}
