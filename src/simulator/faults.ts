/** What may go wrong with a call; see `Fault.kind`. */
export const FAULT_KINDS = [
  /** 500 in JSON; without effect unless `applied`. */
  'error-500',
  /** A proxy's HTML page with 502; without effect unless `applied`. */
  'html-502',
  /** 429 with `retry_after`; without effect. */
  'flood',
  /** The socket is destroyed before anything happened. */
  'close-before',
  /** The call took effect, then the socket is destroyed. */
  'close-after',
  /** The call took effect, its answer is held until `release()`. */
  'hang',
  /** The call took effect, half of its answer arrives. */
  'truncated',
  /** The call took effect, half of its answer arrives and says that it is the whole. */
  'misstated',
  /** 400 with `words`; without effect. */
  'refused',
  /** An album of which only the first `items` are sent; it is refused as a whole all the same. */
  'partial-album',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** What the download of a file is called where faults and the log of calls name methods. */
export const FILE_DOWNLOAD = '/file'

export interface Fault {
  /** A method's documented name, {@link FILE_DOWNLOAD}, or `*` for every method but getUpdates. */
  method: string
  kind: FaultKind
  /** How many calls it hits; default 1. */
  times?: number
  /** How many matching calls pass first; default 0. */
  skip?: number
  when?: (params: Readonly<Record<string, unknown>>) => boolean
  /** For `error-500`, `html-502` and `hang`: whether the call takes effect all the same. */
  applied?: boolean
  /** For `flood`, seconds; default 1. */
  retryAfter?: number
  /** For `refused`, after "Bad Request: ". */
  words?: string
  /** For `partial-album`; default 2, the fewest an album can have. */
  items?: number
}

export interface FaultHandle {
  /** How many calls it has hit so far. */
  readonly hits: number
  remove(): void
  /** Lets held answers go. */
  release(): void
}

export interface ActiveFault {
  kind: FaultKind
  applied: boolean
  retryAfter: number
  words: string
  items: number
  /** Resolves when a held answer may go. */
  released: Promise<void>
}

export interface Faults {
  add(fault: Fault): FaultHandle
  clear(): void
}

export interface FaultRegistry extends Faults {
  /** The fault this call meets, if any; counts it. */
  take(method: string, params: Readonly<Record<string, unknown>>): ActiveFault | undefined
}

const APPLIED_BY_DEFAULT = new Set<FaultKind>([
  'close-after',
  'hang',
  'truncated',
  'misstated',
  'partial-album',
])
const CHOOSES_EFFECT = new Set<FaultKind>(['error-500', 'html-502', 'hang'])

interface Rule {
  fault: Fault
  hits: number
  passed: number
  released: Promise<void>
  release: () => void
}

export function createFaults(): FaultRegistry {
  const rules = new Set<Rule>()
  const matches = ({ fault }: Rule, method: string, params: Readonly<Record<string, unknown>>) =>
    (fault.method === method ||
      (fault.method === '*' && method !== 'getUpdates' && method !== FILE_DOWNLOAD)) &&
    (fault.when?.(params) ?? true)
  return {
    add(fault) {
      let release: () => void = () => {}
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      const rule: Rule = { fault, hits: 0, passed: 0, released, release }
      rules.add(rule)
      return {
        get hits() {
          return rule.hits
        },
        remove: () => rules.delete(rule),
        release,
      }
    },
    clear() {
      for (const rule of rules) rule.release()
      rules.clear()
    },
    take(method, params) {
      for (const rule of rules) {
        const { fault } = rule
        if (rule.hits >= (fault.times ?? 1) || !matches(rule, method, params)) continue
        if (rule.passed < (fault.skip ?? 0)) {
          rule.passed += 1
          continue
        }
        rule.hits += 1
        const byDefault = APPLIED_BY_DEFAULT.has(fault.kind)
        const applied = CHOOSES_EFFECT.has(fault.kind) ? (fault.applied ?? byDefault) : byDefault
        const { kind, retryAfter = 1, words = 'refused', items = 2 } = fault
        return { kind, applied, retryAfter, words, items, released: rule.released }
      }
      return undefined
    },
  }
}
