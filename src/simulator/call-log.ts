/** One call of the bot, as it was answered. */
export interface LoggedCall {
  /** Milliseconds of the simulator's clock. */
  at: number
  method: string
  params: Readonly<Record<string, unknown>>
  /** Whether the bot was sent a good answer. */
  ok: boolean
  /** The description sent, or what happened to the answer. */
  error?: string | undefined
  /** Whether the call took effect, whatever the bot was told. */
  applied: boolean
  /** How many items the answer lists, where it is a list. */
  items?: number | undefined
  /** From the request until its answer was known, real milliseconds. */
  tookMs: number
  /** Grows by one with each call, from 1. */
  n: number
}

export interface CallLog {
  list: LoggedCall[]
  add(call: Omit<LoggedCall, 'n'>): void
  onCall(listener: (call: LoggedCall) => void): () => void
}

/** Older calls are forgotten beyond this many. */
const MAX_CALLS = 100_000

export function createCallLog(): CallLog {
  const list: LoggedCall[] = []
  const listeners = new Set<(call: LoggedCall) => void>()
  let count = 0
  return {
    list,
    add(answered) {
      count += 1
      const call = { ...answered, n: count }
      list.push(call)
      if (list.length > MAX_CALLS) list.splice(0, list.length - MAX_CALLS)
      for (const listener of listeners) listener(call)
    },
    onCall(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The call in one line, for reports; getUpdates is left to the caller to skip. */
export function describeCall({ method, params, ok, error }: LoggedCall): string {
  const shown = JSON.stringify(params)
  const short = shown.length > 160 ? `${shown.slice(0, 160)}…` : shown
  return `${method} ${short}${ok ? '' : ` → ${error ?? 'no answer'}`}`
}
