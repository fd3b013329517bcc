import { createSeededRandom } from '../../support/seeded-random.ts'

/** A desk after two busy years, as plain facts: the same for the same seed and size. */

export interface GrownTicket {
  readonly id: string
  readonly number: string
  readonly customer: GrownCustomer
  readonly status: string
  readonly createdAt: Date
  readonly endedAt: Date | null
  readonly topicId: number
  /** Messages in its history. */
  readonly messages: number
  /** The customer's message that began its talk. */
  firstMessageId: number
}

export interface GrownCustomer {
  readonly id: string
  readonly telegramId: number
  readonly tickets: GrownTicket[]
  /** The last message id used in the private chat. */
  lastMessageId: number
}

export interface GrownDesk {
  readonly staffChatId: number
  readonly agents: readonly { readonly id: string; readonly telegramId: number }[]
  readonly customers: readonly GrownCustomer[]
  readonly tickets: readonly GrownTicket[]
  readonly random: () => number
  readonly newId: () => string
  readonly now: Date
  /** Words for the next text, the oldest text first; left out: the few that a parcel shop needs. */
  readonly say?: () => string
  readonly nameCustomer?: () => string
}

const YEARS_MS = 2 * 365 * 86_400_000
const AGENTS = 20
const MOST_TICKETS_OF_ONE = 30
/** Of a hundred thousand tickets about three thousand are unfinished. */
const UNFINISHED_SHARE = 0.03
const UNFINISHED = ['new', 'open', 'open', 'pending', 'resolved'] as const

/** @param messages a ticket on average */
export function growDesk(tickets: number, messages: number, now: Date, seed = 20261124): GrownDesk {
  const random = createSeededRandom(seed)
  // As scattered as real ones, so that they lie as far apart in the indexes.
  const newId = () =>
    Math.floor(random() * 36 ** 8)
      .toString(36)
      .padStart(8, '0') + (made++).toString(36).padStart(4, '0')
  let made = 0
  const customers = growCustomers(tickets, random, newId)
  const shelves = shuffle(
    customers.flatMap(({ customer, size }) => Array.from({ length: size }, () => customer)),
    random,
  )
  const grown = shelves.map((customer, index) => {
    const createdAt = new Date(now.getTime() - YEARS_MS * (1 - index / shelves.length))
    const isOld = index < shelves.length * (1 - UNFINISHED_SHARE)
    const ended = random() < 0.92 ? 'closed' : 'cancelled'
    const status = isOld ? ended : (UNFINISHED[Math.floor(random() * UNFINISHED.length)] ?? 'open')
    const ticket: GrownTicket = {
      id: newId(),
      number: String(100_000 + ((index * 524_287) % 900_000)),
      customer,
      status,
      createdAt,
      endedAt: isOld ? new Date(createdAt.getTime() + 2 * 86_400_000 * random()) : null,
      topicId: 10 + index * 20,
      // Most talks are short, a few are long.
      messages: Math.max(1, Math.round(-Math.log(1 - random() * 0.999) * messages)),
      firstMessageId: 0,
    }
    customer.tickets.push(ticket)
    return ticket
  })
  return {
    staffChatId: -1_001_000_000_001,
    agents: Array.from({ length: AGENTS }, (_, index) => ({ id: newId(), telegramId: 500_000_000 + index })),
    customers: customers.map(({ customer }) => customer),
    tickets: grown,
    random,
    newId,
    now,
  }
}

/** From one ticket to thirty each: few have many. */
function growCustomers(tickets: number, random: () => number, newId: () => string) {
  const customers: { customer: GrownCustomer; size: number }[] = []
  for (let left = tickets; left > 0; ) {
    const size = Math.min(left, 1 + Math.floor(random() ** 4 * MOST_TICKETS_OF_ONE))
    left -= size
    const telegramId = 1_000_000_000 + customers.length * 37
    customers.push({ customer: { id: newId(), telegramId, tickets: [], lastMessageId: 0 }, size })
  }
  return customers
}

function shuffle<T>(items: T[], random: () => number): T[] {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1))
    const [one, two] = [items[index], items[other]]
    if (one !== undefined && two !== undefined) [items[index], items[other]] = [two, one]
  }
  return items
}
