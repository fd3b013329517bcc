import type { Catalog } from '../../src/domain/catalog.ts'
import type { Language } from '../../src/domain/people.ts'
import type { Score } from '../../src/domain/rating.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import type { AppUnit, Database } from '../../src/persistence/open-database.ts'
import { aCustomer, aTicket, aUnit } from '../persistence/fixtures.ts'
import { createSeededRandom } from '../support/seeded-random.ts'

export const TIME_ZONE = 'Europe/Moscow'
/** Monday at nine in the shop. */
export const NOW = new Date('2026-11-23T06:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PROMISED_HOURS = { standard: 24, urgent: 2, complex: 72 } as const
const DAY = 24 * HOUR
/** From Monday to Sunday, and what an agent does of them. */
const TICKETS_A_DAY = [31, 24, 26, 22, 28, 17, 12]
const AGENTS: Readonly<Record<Language, readonly string[]>> = {
  ru: ['Мария', 'Олег', 'Вера', 'Глеб'],
  en: ['Maria', 'Oleg', 'Vera', 'Gleb'],
}
/** How the customers rate, from 5 to 1. */
const SCORES: readonly Score[] = [5, 5, 5, 5, 5, 4, 4, 4, 5, 3, 2, 5, 5, 4, 1]

/** A week of a shop that is doing well: made up, and the same each time. */
export async function fillWeek(database: Database, catalog: Catalog, language: Language): Promise<void> {
  const random = createSeededRandom(20)
  const unit = await aUnit(database)
  unit.customers.save(aCustomer())
  for (const [place, displayName] of AGENTS[language].entries())
    unit.agents.save({ id: `agent-${place}`, telegramId: 100 + place, displayName, createdAt: NOW })
  let count = 0
  for (const [day, tickets] of TICKETS_A_DAY.entries())
    for (let place = 0; place < tickets; place += 1) {
      count += 1
      fileOne(unit, catalog, random, { day, count })
    }
  for (let place = 0; place < 46; place += 1) {
    const outcome = { categoryId: 'delivery', problemId: 'late', at: new Date(NOW.getTime() - 3 * DAY) }
    unit.selfHelp.add({ ...outcome, id: `h${place}`, helped: place % 5 < 2 })
  }
  await unit.commit('done')
}

function fileOne(
  unit: AppUnit,
  catalog: Catalog,
  random: () => number,
  { day, count }: { day: number; count: number },
): void {
  const category = catalog.categories[Math.floor(random() ** 1.7 * catalog.categories.length)]
  const problem = category?.problems[Math.floor(random() * category.problems.length)]
  if (category === undefined || problem === undefined) throw new Error('The catalogue is empty')
  const createdAt = new Date(NOW.getTime() - (7 - day) * DAY + random() * 12 * HOUR)
  const { priority } = problem
  const promisedAt = new Date(createdAt.getTime() + PROMISED_HOURS[priority] * HOUR)
  // Most are answered soon, some in the evening, a few not until somebody finds the time.
  const share = random() < 0.93 ? random() ** 2.2 * 0.9 : 0.9 + random() * 0.5
  const firstReplyAt = new Date(createdAt.getTime() + share * (promisedAt.getTime() - createdAt.getTime()))
  const resolvedAt = new Date(firstReplyAt.getTime() + random() ** 2 * 2 * DAY)
  const isResolved = random() < 0.85 && resolvedAt < NOW
  const agentId = `agent-${Math.floor(random() ** 1.3 * 4)}`
  const ticket: Ticket = aTicket({
    ...{ id: `t${count}`, number: String(100_000 + count), categoryId: category.id, problemId: problem.id },
    ...{ priority, createdAt, promisedAt, assigneeId: agentId },
    firstReplyAt: firstReplyAt < NOW ? firstReplyAt : null,
    resolvedAt: isResolved ? resolvedAt : null,
    status: isResolved ? 'resolved' : 'open',
  })
  unit.tickets.add(ticket, [])
  const score = SCORES[count % SCORES.length]
  if (!isResolved || score === undefined || count % 2 === 0) return
  const { id: ticketId, categoryId } = ticket
  unit.ratings.save({ ticketId, categoryId, agentId, score, comment: null, at: resolvedAt })
}
