import type { Catalog, Fact } from '../catalog.ts'
import { isDoubtful, isTelling, type OrderFacts } from '../order-facts.ts'
import { isUnfinished, type Ticket } from '../ticket.ts'
import { joinDescription } from './description.ts'
import type { Draft } from './draft.ts'
import { type FlawedPhoto, flawedPhotos } from './photo-flaws.ts'
import { chosen } from './steps.ts'

/** What would make a ticket better. Said once it can be sent; the customer decides. */
export type Hint =
  /** A ticket about the same is open: what is in the form may be added to it. */
  | { readonly kind: 'duplicate'; readonly ticket: Ticket; readonly by: 'order' | 'words' }
  /** The shop does not find it, or not among this customer's. */
  | { readonly kind: 'order'; readonly orderNumber: string }
  | { readonly kind: 'photos'; readonly photos: readonly FlawedPhoto[] }
  | { readonly kind: 'abuse' }
  | { readonly kind: 'facts'; readonly missing: readonly Fact[] }

/** Older tickets about the same order are another story. */
const SAME_WITHIN_MS = 7 * 86_400_000
/** Share of common words from which two texts tell the same. */
const SIMILAR = 0.7
/** Shorter texts are alike by chance. */
const WORDS_TO_COMPARE = 4

export interface HintGround {
  readonly catalog: Catalog
  /** The customer's unfinished tickets, newest first. */
  readonly open: readonly Ticket[]
  /** What the shop said of the draft's order, and when; null: nothing. */
  readonly order: { readonly facts: OrderFacts; readonly at: Date } | null
  readonly now: Date
  readonly isAbusive: (text: string) => boolean
}

/** Source: sections 4.1 and 4.2 of the support guide the product follows. */
export function hintsFor(draft: Draft, ground: HintGround): readonly Hint[] {
  const { catalog, open, now, isAbusive } = ground
  const text = joinDescription(draft.description)
  const missing = missingFacts(text, chosen(draft, catalog).problem?.facts ?? [])
  return [
    ...duplicates(
      draft,
      text,
      open.filter((ticket) => isRecent(ticket, now)),
    ),
    ...orderDoubts(draft, ground),
    ...flaws(draft),
    ...(isAbusive(text) ? [{ kind: 'abuse' } as const] : []),
    ...(missing.length > 0 ? [{ kind: 'facts', missing } as const] : []),
  ]
}

function orderDoubts({ orderNumber }: Draft, { order, now }: HintGround): Hint[] {
  if (typeof orderNumber !== 'string' || order === null || !isTelling(order.at, now)) return []
  return isDoubtful(order.facts) ? [{ kind: 'order', orderNumber }] : []
}

function flaws(draft: Draft): Hint[] {
  const photos = flawedPhotos(draft)
  return photos.length === 0 ? [] : [{ kind: 'photos', photos }]
}

function isRecent(ticket: Ticket, now: Date): boolean {
  return isUnfinished(ticket) && now.getTime() - ticket.createdAt.getTime() <= SAME_WITHIN_MS
}

function duplicates(draft: Draft, text: string, tickets: readonly Ticket[]): Hint[] {
  const order = draft.orderNumber ?? null
  const sameOrder = order === null ? undefined : tickets.find((ticket) => ticket.orderNumber === order)
  if (sameOrder !== undefined) return [{ kind: 'duplicate', ticket: sameOrder, by: 'order' }]
  const alike = tickets.find((ticket) => isAlike(ticket.description, text))
  return alike === undefined ? [] : [{ kind: 'duplicate', ticket: alike, by: 'words' }]
}

function isAlike(one: string, other: string): boolean {
  const [left, right] = [wordsIn(one), wordsIn(other)]
  if (left.size < WORDS_TO_COMPARE || right.size < WORDS_TO_COMPARE) return false
  const common = [...left].filter((word) => right.has(word)).length
  return common / (left.size + right.size - common) >= SIMILAR
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu))
}

const DAY_WORDS =
  /(?<!\p{L})(позавчера|вчера|сегодня|завтра|понедельник|вторник|сред[аы]|среду|четверг|пятниц[аыу]|суббот[аыу]|воскресенье|yesterday|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!\p{L})/iu
const MONTH_NAMES =
  /\d{1,2}\s*(янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s+\d{1,2}/iu
const NUMERIC_DATE = /(?<!\d)(\d{1,2}[./-]\d{1,2}([./-]\d{2,4})?|\d{4}-\d{2}-\d{2})(?!\d)/u
const AMOUNT =
  /\d\s*(₽|€|\$|руб|р\.|р(?!\p{L})|тыс|коп|rub|usd|eur|dollar|euro)|[₽€$]\s*\d|(?<!\p{L})(rub|usd|eur)\s*\d/iu

const TELLS: Readonly<Record<Fact, (text: string) => boolean>> = {
  date: (text) => [DAY_WORDS, MONTH_NAMES, NUMERIC_DATE].some((form) => form.test(text)),
  amount: (text) => AMOUNT.test(text),
}

function missingFacts(text: string, wanted: readonly Fact[]): readonly Fact[] {
  return wanted.filter((fact) => !TELLS[fact](text))
}
