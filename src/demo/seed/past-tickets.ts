import type { Catalog, Problem } from '../../domain/catalog.ts'
import { findProblem } from '../../domain/catalog.ts'
import type { Language } from '../../domain/people.ts'
import type { Score } from '../../domain/rating.ts'
import { type Case, WORDS, type Words } from './cases.ts'
import { fillIn, formatDate, type Particulars } from './fill-in.ts'
import { createSeededRandom } from './seeded-random.ts'

/** A ticket that ended before the playground was opened: what was said in it, and when. Moments are ms since the epoch. */
export interface PastTicket {
  readonly customer: number
  /** Null: withdrawn before anybody took it. */
  readonly agent: number | null
  readonly categoryId: string
  readonly problem: Problem
  readonly orderNumber: string | null
  readonly description: string
  readonly said: readonly {
    readonly by: 'customer' | 'agent' | 'note'
    readonly text: string
    readonly at: number
  }[]
  readonly tag: string | null
  readonly createdAt: number
  readonly takenAt: number
  readonly resolvedAt: number
  readonly endedAt: number
  readonly score: Score | null
  readonly comment: string | null
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
export const PAST_DAYS = 21
/** From Sunday to Saturday. */
const TICKETS_A_DAY = [4, 9, 8, 7, 8, 7, 5]
/** How the customers rate; half of them do. */
const SCORES: readonly Score[] = [5, 5, 4, 5, 5, 3, 5, 5, 4, 5, 2, 5, 5, 4, 1]
const PROMISED: Readonly<Record<Problem['priority'], number>> = { standard: 24, urgent: 2, complex: 60 }

/** Three weeks of a shop, up to a moment: made up, and the same each time. Oldest first. */
export function makePast(catalog: Catalog, language: Language, until: number): readonly PastTicket[] {
  const random = createSeededRandom(27)
  const words = WORDS[language]
  const tickets: PastTicket[] = []
  for (let day = PAST_DAYS; day >= 1; day -= 1) {
    const begin = until - day * DAY
    const count = TICKETS_A_DAY[new Date(begin + DAY / 2).getUTCDay()] ?? 0
    for (let place = 0; place < count; place += 1) {
      // The last day's are still filed in time to be done.
      const createdAt = begin + random() * 0.8 * DAY
      tickets.push(makeTicket(catalog, words, { language, random, createdAt, until }))
    }
  }
  return tickets.toSorted((one, other) => one.createdAt - other.createdAt)
}

interface Draw {
  readonly language: Language
  readonly random: () => number
  readonly createdAt: number
  readonly until: number
}

function makeTicket(catalog: Catalog, words: Words, draw: Draw): PastTicket {
  const { random, createdAt } = draw
  const told = pickCase(words.cases, random)
  const [categoryId = '', problemId = ''] = told.about.split('/')
  const problem = findProblem(catalog, categoryId, problemId)
  if (problem === null) throw new Error(`The catalogue has no ${told.about}`)
  // Some customers write often.
  const customer = Math.floor(random() ** 1.6 * words.customers.length)
  const about = particularsOf(words, customer, draw)
  const telling = Math.floor(random() * told.tellings.length)
  const times = timesOf(problem.priority, draw)
  const isWithdrawn = random() < 0.04
  const rated = !isWithdrawn && random() < 0.5 ? (SCORES[Math.floor(random() * SCORES.length)] ?? null) : null
  return {
    ...{ customer, categoryId, problem, createdAt, ...times },
    agent: isWithdrawn ? null : Math.floor(random() ** 1.3 * 4),
    orderNumber: told.hasOrder ? orderNumber(random) : null,
    description: fillIn(told.tellings[telling] ?? '', about),
    said: isWithdrawn ? [] : talk({ words, told, telling, about, times }, random),
    tag: isWithdrawn || random() < 0.4 ? null : (told.tag ?? null),
    score: rated,
    comment:
      rated === null || random() < 0.5
        ? null
        : fillIn(pick(rated > 3 ? words.praise : words.blame, random), about),
  }
}

function particularsOf(words: Words, place: number, { random, createdAt, language }: Draw): Particulars {
  const [first] = words.customers
  const customer = words.customers[place] ?? first
  if (customer === undefined) throw new Error('There are no customers')
  return {
    ...{ customer, product: pick(words.products, random), place: pick(words.places, random) },
    day: pick(words.days, random),
    date: formatDate(new Date(createdAt - (2 + Math.floor(random() * 12)) * DAY), language),
    sum: words.currency(490 + Math.floor(random() * 90) * 100),
  }
}

type Times = Pick<PastTicket, 'takenAt' | 'resolvedAt' | 'endedAt'>

/** Most are answered soon, some in the evening, a few later than was promised. All are done before the moment. */
function timesOf(priority: Problem['priority'], { random, createdAt, until }: Draw): Times {
  const share = random() < 0.92 ? random() ** 2.2 * 0.9 : 1 + random() * 0.4
  const first = Math.max(4 * MINUTE, share * PROMISED[priority] * HOUR)
  const rest = 25 * MINUTE + random() ** 2 * 1.6 * DAY
  const after = 5 * MINUTE + random() ** 2 * 8 * HOUR
  const room = (until - 10 * MINUTE - createdAt) / (first + rest + after)
  const squeeze = Math.min(1, room)
  const takenAt = createdAt + first * squeeze
  const resolvedAt = takenAt + rest * squeeze
  return { takenAt, resolvedAt, endedAt: resolvedAt + after * squeeze }
}

interface Talk {
  readonly words: Words
  readonly told: Case
  readonly telling: number
  readonly about: Particulars
  readonly times: Times
}

function talk({ words, told, telling, about, times }: Talk, random: () => number): PastTicket['said'] {
  const greeting = pick(words.greetings, random)
  const isAsked = told.question !== undefined && random() < 0.7
  const lines: { by: 'customer' | 'agent' | 'note'; text: string }[] = []
  if (isAsked) lines.push({ by: 'agent', text: `${greeting} ${told.question?.asked}` })
  if (isAsked) lines.push({ by: 'customer', text: told.question?.told ?? '' })
  if (told.note !== undefined && random() < 0.6) lines.push({ by: 'note', text: told.note })
  const answer = told.answers[telling % told.answers.length] ?? ''
  lines.push({ by: 'agent', text: isAsked ? answer : `${greeting} ${answer}` })
  if (random() < 0.6) lines.push({ by: 'customer', text: pick(words.thanks, random) })
  const step = (times.resolvedAt - times.takenAt) / (lines.length + 1)
  // The first words come with the taking, so that it is the first response that was promised.
  return lines.map(({ by, text }, place) => ({
    by,
    text: fillIn(text, about),
    at: times.takenAt + place * step,
  }))
}

function pickCase(cases: readonly Case[], random: () => number): Case {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0)
  let left = random() * total
  const found = cases.find(({ weight }) => {
    left -= weight
    return left < 0
  })
  if (found === undefined) throw new Error('There are no cases')
  return found
}

function orderNumber(random: () => number): string {
  const digits = (count: number) => String(Math.floor(random() * 9 * 10 ** (count - 1)) + 10 ** (count - 1))
  return `${digits(8)}-000${1 + Math.floor(random() * 4)}`
}

function pick<T>(from: readonly T[], random: () => number): T {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error('There is nothing to choose from')
  return found
}
