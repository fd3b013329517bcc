/** Taps and jobs that cross come together; later the message may be gone, which only a call finds out. Milliseconds. */
const KNOWN_FOR_MS = 60_000
/** What has run out goes when so many are known. */
const MANY = 1_000

interface Addressed {
  readonly chatId: number
  readonly method: string
  readonly payload: object
}

/**
 * How the messages look that were edited last. An edit that changes nothing is refused, and a refusal, too, is one of the few calls
 * that a group allows.
 */
export interface LastEdits {
  /** Has the message been brought to this very state a moment ago? */
  isSame(edit: Addressed, now: number): boolean
  /** Before a call that concerns a message: from now on nobody knows. */
  forget(call: Addressed): void
  /** It was accepted. */
  note(edit: Addressed, now: number): void
  clear(): void
}

export function createLastEdits(): LastEdits {
  const states = new Map<string, { readonly state: string; readonly until: number }>()
  const forgetOld = (now: number) => {
    for (const [key, { until }] of states) if (until <= now) states.delete(key)
  }
  return {
    isSame(edit, now) {
      const known = states.get(keyOf(edit) ?? '')
      return known !== undefined && known.until > now && known.state === stateOf(edit)
    },
    forget(call) {
      states.delete(keyOf(call) ?? '')
    },
    note(edit, now) {
      const key = keyOf(edit)
      if (key === null || !edit.method.startsWith('editMessage')) return
      if (states.size >= MANY) forgetOld(now)
      states.set(key, { state: stateOf(edit), until: now + KNOWN_FOR_MS })
    },
    clear: () => states.clear(),
  }
}

/** Null: the call concerns no message that is there. */
function keyOf({ chatId, payload }: Addressed): string | null {
  const { message_id: messageId } = payload as { readonly message_id?: unknown }
  return typeof messageId === 'number' ? `${chatId}:${messageId}` : null
}

function stateOf({ method, payload }: Addressed): string {
  return `${method} ${JSON.stringify(payload)}`
}
