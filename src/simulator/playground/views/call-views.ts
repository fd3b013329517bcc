import type { LoggedCall } from '../../call-log.ts'
import type { CallView } from '../protocol.ts'

export interface CallViews {
  add(call: LoggedCall): void
  /** Marks those that came since the last look with `seq`. @returns them, oldest first */
  look(seq: number): CallView[]
  /** Those that came after `seq`; 0 for the last few hundred. */
  since(seq: number): CallView[]
}

/** As many as a page keeps. */
const KEPT = 2_000
const SHOWN_AT_FIRST = 300
const MAX_STRING = 300
const MAX_ITEMS = 50
/** Of longer parameters only the plain ones are shown, characters of JSON. */
const MAX_PARAMS = 8_000

/** @param earlier calls made before anybody looked */
export function createCallViews(earlier: readonly LoggedCall[]): CallViews {
  let waiting: LoggedCall[] = []
  const kept: { seq: number; view: CallView }[] = []
  const views: CallViews = {
    add(call) {
      // A bot asks all the time; what brought nothing tells nothing.
      if (call.method === 'getUpdates' && call.ok && !call.items) return
      waiting.push(call)
    },
    look(seq) {
      const fresh = waiting.map(viewCall)
      waiting = []
      for (const view of fresh) kept.push({ seq, view })
      if (kept.length > KEPT) kept.splice(0, kept.length - KEPT)
      return fresh
    },
    since(seq) {
      const later = seq === 0 ? kept.slice(-SHOWN_AT_FIRST) : kept.filter((each) => each.seq > seq)
      return later.map(({ view }) => view)
    },
  }
  for (const call of earlier.slice(-KEPT)) views.add(call)
  return views
}

function viewCall({ n, at, method, params, ok, error, applied, tookMs }: LoggedCall): CallView {
  return {
    n,
    at,
    method,
    params: shortenParams(params),
    isOk: ok,
    error: error ?? null,
    wasApplied: applied,
    tookMs: Math.round(tookMs * 10) / 10,
  }
}

function shortenParams(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const short = shorten(params) as Record<string, unknown>
  if (JSON.stringify(short).length <= MAX_PARAMS) return short
  const plain = Object.entries(short).map(([key, each]) => [key, typeof each === 'object' ? '…' : each])
  return Object.fromEntries(plain)
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string') return value.length > MAX_STRING ? `${value.slice(0, MAX_STRING)}…` : value
  if (Array.isArray(value)) {
    const rest = value.length - MAX_ITEMS
    const items = value.slice(0, MAX_ITEMS).map(shorten)
    return rest > 0 ? [...items, `… and ${rest} more`] : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shorten(each)]))
}
