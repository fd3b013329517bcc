import type { PastCall } from './outbox-port.ts'
import type { CallRef } from './outgoing-call.ts'

type Payload = { readonly [key: string]: unknown }

/** What is known of an earlier call; undefined: nothing, and nothing will be. */
export type RefLookup = (id: string) => PastCall | undefined

export type Resolution =
  | { readonly kind: 'ready'; readonly payload: Payload }
  | { readonly kind: 'waiting'; readonly on: string }
  | { readonly kind: 'give-up'; readonly on: string }

const OMIT = Symbol('omit')

/**
 * Fills the {@link CallRef}s of a payload that goes to `chatId` with the results of earlier calls. A result from another chat
 * (the group has moved since) counts as none: the same id names another message there.
 */
export function resolveRefs(payload: Payload, chatId: number, lookup: RefLookup): Resolution {
  const resultOf = (ref: CallRef) => {
    const found = lookup(ref.$ref)
    return found?.chatId === chatId ? found.result?.[ref.field] : undefined
  }
  for (const ref of refsIn(payload)) {
    const status = lookup(ref.$ref)?.status
    if (status === 'waiting' || status === 'sending') return { kind: 'waiting', on: ref.$ref }
    if (resultOf(ref) === undefined && ref.orElse === 'give-up') return { kind: 'give-up', on: ref.$ref }
  }
  const filled = fill(payload, (ref) => resultOf(ref) ?? OMIT)
  return { kind: 'ready', payload: withOmitted(payload, filled as Payload) }
}

/** What is said otherwise where a reference beside it came to nothing. */
function withOmitted(asked: Payload, filled: Payload): Payload {
  const { $omitted, ...payload } = filled
  const isLeftOut = Object.entries(asked).some(([key, value]) => isCallRef(value) && !(key in filled))
  return isLeftOut && typeof $omitted === 'object' ? { ...payload, ...$omitted } : payload
}

/** All references in a payload, however deep. */
export function refsIn(value: unknown): readonly CallRef[] {
  if (isCallRef(value)) return [value]
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(refsIn)
  return []
}

function isCallRef(value: unknown): value is CallRef {
  return typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string'
}

function fill(value: unknown, resolve: (ref: CallRef) => unknown): unknown {
  if (isCallRef(value)) return resolve(value)
  if (Array.isArray(value)) return value.map((item) => fill(item, resolve)).filter((item) => item !== OMIT)
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value
  const entries = Object.entries(value)
    .map(([key, item]) => [key, emptyReply(key, fill(item, resolve))] as const)
    .filter(([, item]) => item !== OMIT)
  return Object.fromEntries(entries)
}

/** A reply without a message to reply to is no reply. */
function emptyReply(key: string, value: unknown): unknown {
  const isReply = key === 'reply_parameters' && typeof value === 'object' && value !== null
  return isReply && !('message_id' in value) ? OMIT : value
}

/** Anything with a class of its own (an upload) is handed on as it is. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
