import { z } from 'zod'
import type { OrderFacts } from '../domain/order-facts.ts'

/** As much as a card has room for; what is longer is cut, not refused. Characters. */
const STATUS_LENGTH = 60
const ITEM_LENGTH = 80
const ITEMS = 10

const oneLine = (length: number) =>
  z.string().transform((text) => [...text.replace(/\s+/gu, ' ').trim()].slice(0, length).join(''))

const ANSWER = z.object({
  found: z.boolean(),
  belongs: z.boolean().nullish(),
  date: z.iso.date().nullish(),
  items: z.array(oneLine(ITEM_LENGTH)).nullish(),
  status: oneLine(STATUS_LENGTH).nullish(),
})

/** The fields that don't fit, never what is in them. */
export interface Misfit {
  readonly misfit: string
}

/**
 * What the shop said about an order, as it was asked.
 * @param knowsWhose was the shop told whose the order should be? Else it can't tell whether it is
 */
export function readOrderAnswer(text: string, knowsWhose: boolean): OrderFacts | Misfit {
  const parsed = ANSWER.safeParse(parseJson(text))
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => String(path[0] ?? 'the whole'))
    return { misfit: [...new Set(fields)].join(', ') }
  }
  const { found, belongs, date, items, status } = parsed.data
  const isTheirs = knowsWhose ? (belongs ?? null) : null
  // Of an order that is somebody else's nothing is kept.
  if (!found || isTheirs === false) return { ...NOTHING, found, belongs: found ? isTheirs : null }
  return {
    ...{ found, belongs: isTheirs, date: date ?? null },
    items: (items ?? []).filter((item) => item !== '').slice(0, ITEMS),
    status: status || null,
  }
}

export const NOTHING: OrderFacts = { found: false, belongs: null, date: null, items: [], status: null }

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
