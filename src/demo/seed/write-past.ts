import { loadCatalog } from '../../config/load-catalog.ts'
import type { Language } from '../../domain/people.ts'
import { type AppUnit, type Database, openDatabase } from '../../persistence/open-database.ts'
import { wireSla } from '../../wire-sla.ts'
import { STAFF_CHAT_ID } from '../cast.ts'
import { WORDS } from './cases.ts'
import { makePast, PAST_DAYS } from './past-tickets.ts'
import { agentsOf, customerOf } from './people.ts'
import { createSeededRandom } from './seeded-random.ts'
import { writeTicket } from './write-ticket.ts'

/** The shop's, as in the settings by default. */
export const TIME_ZONE = 'Europe/Moscow'
const DAY_MS = 86_400_000
/** A lane that nobody else uses. */
const LANE = 'seed'
const LEASE_MS = 30_000
/** In one commit. */
const TICKETS_AT_ONCE = 30
/** Customers who read a ready answer, and every how many of them needed no ticket then. */
const READERS = 46
const HELPED_EVERY = 3

export interface PastOptions {
  readonly dataDir: string
  readonly botId: number
  readonly language: Language
  /** When all of it has ended. Milliseconds since the epoch. */
  readonly until: number
}

/** Writes three weeks of ended tickets into the database, which nobody else may have open. @returns how many */
export async function writePast({ dataDir, botId, language, until }: PastOptions): Promise<number> {
  const catalog = await loadCatalog(null)
  const sla = wireSla(catalog, TIME_ZONE)
  const tickets = makePast(catalog, language, until)
  const numbers = drawNumbers(tickets.length)
  const since = new Date(until - (PAST_DAYS + 1) * DAY_MS)
  const database = await openDatabase({ url: null, dataDir })
  const commit = (write: (unit: AppUnit) => void) => commitUnit(database, botId, new Date(until), write)
  try {
    await commit((unit) => writePeople(unit, language, since))
    for (let from = 0; from < tickets.length; from += TICKETS_AT_ONCE) {
      await commit((unit) => {
        for (const [index, ticket] of tickets.slice(from, from + TICKETS_AT_ONCE).entries()) {
          const place = from + index
          const { telegramId } = customerOf(ticket.customer, language, since)
          writeTicket(unit, ticket, {
            ...{ place, sla, customerTelegramId: telegramId },
            number: numbers[place] ?? '',
          })
        }
      })
    }
  } finally {
    await database.close()
  }
  return tickets.length
}

function writePeople(unit: AppUnit, language: Language, since: Date): void {
  for (const place of WORDS[language].customers.keys())
    unit.customers.save(customerOf(place, language, since))
  for (const agent of agentsOf(language, since)) {
    unit.agents.save(agent)
    unit.agentPlaces.save({
      ...{ chatId: STAFF_CHAT_ID, agentId: agent.id, name: agent.displayName ?? '', username: null },
      seenAt: since,
    })
  }
  for (let place = 0; place < READERS; place += 1) {
    unit.selfHelp.add({
      ...{ id: `seed-help-${place}`, categoryId: 'return', problemId: 'how-to' },
      helped: place % HELPED_EVERY === 0,
      at: new Date(since.getTime() + (1 + (place / READERS) * PAST_DAYS) * DAY_MS),
    })
  }
}

/** As an inbox event would: with its lane's lease, and all at once or nothing. */
async function commitUnit(
  database: Database,
  botId: number,
  now: Date,
  write: (unit: AppUnit) => void,
): Promise<void> {
  const body = { kind: 'due', job: 'seed', data: null } as const
  await database.inbox.ingest(botId, [{ lane: LANE, body }], now)
  const lease = await database.inbox.claimLane(LANE, LANE, now, LEASE_MS)
  const [event] = await database.inbox.head(LANE, now, 1)
  if (lease === null || event === undefined) throw new Error('The database is in use')
  const unit = database.beginUnit(event, lease, () => now)
  write(unit)
  await unit.commit('done')
}

function drawNumbers(count: number): readonly string[] {
  const random = createSeededRandom(41)
  const numbers = new Set<string>()
  while (numbers.size < count) numbers.add(String(100_000 + Math.floor(random() * 900_000)))
  return [...numbers]
}
