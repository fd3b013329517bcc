import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { FaultHandle, FaultKind } from '../../src/simulator/faults.ts'
import type { Shop } from './open-shop.ts'

export type Params = Readonly<Record<string, unknown>>

/** Which call of the bot meets a fault, the first that fits. */
export interface Target {
  readonly title: string
  readonly method: string
  readonly when?: (params: Params) => boolean
  /** The agents' message that brought it, when a lost answer is to be told below it. */
  readonly about?: (message: Message) => boolean
  /** What a lost answer leads to. */
  readonly policy:
    | 'again'
    | 'again, then in parts'
    | 'again, harmless'
    | 'the next event'
    | 'left'
    | 'asked again'
}

export interface Spoiling {
  readonly name: string
  readonly kind: FaultKind
  /** Telegram has done what was asked all the same. */
  readonly applied: boolean
  /** So many calls in a row. */
  readonly times: number
}

/** What became of the call that met the fault. */
export interface Fate {
  readonly hits: number
  /** How often it took effect. */
  readonly effects: number
  /** The staff reads that it possibly arrived twice. */
  readonly warned: boolean
}

/** A request for updates is held by Telegram itself for half a minute, and waited for longer than other calls. Milliseconds. */
const RELEASE_AFTER_MS = 300
const CHOOSES_EFFECT: readonly FaultKind[] = ['error-500', 'html-502']

/** @returns what became of it, to be asked when the story is over */
export function setTrap(shop: Shop, target: Target, spoiling: Spoiling): () => Fate {
  const { method, when, about } = target
  const { kind, applied, times } = spoiling
  let met: string | undefined
  const handle = shop.sim.faults.add({
    method,
    kind,
    times,
    ...(CHOOSES_EFFECT.includes(kind) ? { applied } : {}),
    when: (params) => {
      const fits = met === undefined ? (when?.(params) ?? true) : JSON.stringify(params) === met
      if (fits) met = JSON.stringify(params)
      return fits
    },
  })
  if (kind === 'hang' && method === 'getUpdates') void releaseSoon(shop, handle)
  return () => ({
    hits: handle.hits,
    effects: shop.sim.calls.filter(
      (call) => call.applied && call.method === method && JSON.stringify(call.params) === met,
    ).length,
    warned: about !== undefined && warnedAbout(shop).some(about),
  })
}

async function releaseSoon({ sim }: Shop, handle: FaultHandle): Promise<void> {
  await sim.waitFor(() => handle.hits > 0, { timeoutMs: 60_000 })
  setTimeout(handle.release, RELEASE_AFTER_MS)
}

/** The messages under which the staff reads “possibly twice”. */
function warnedAbout({ group }: Shop): Message[] {
  return group
    .messages()
    .filter((message) => /возможно, дважды/.test(message.text ?? ''))
    .flatMap(({ reply_to_message: about }) => about ?? [])
}
