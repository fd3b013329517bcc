import type { ApiRequestDesk } from '../../app/api-ports.ts'
import type { Ids, Stores } from '../../app/ports.ts'

/** What the API works with, once the desk is open. */
export interface ApiDesk {
  /** To read from. */
  readonly stores: Pick<Stores, 'customers' | 'agents' | 'tickets' | 'messages' | 'changedTickets'>
  readonly requests: ApiRequestDesk
  readonly ids: Ids
  readonly laneOfCustomer: (telegramId: number) => string
  /** The lane has something to do. */
  readonly wake: (lane: string) => void
  /** Is it the database that is away? */
  readonly isAway: (error: unknown) => boolean
}
