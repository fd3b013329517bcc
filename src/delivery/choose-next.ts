import { albumOf } from './merge-album.ts'
import type { StoredCall } from './outgoing-call.ts'

export interface ChatQueue {
  /** The waiting calls of one chat, in order of arrival. */
  readonly calls: readonly StoredCall[]
  /** When each stream was served last, as a growing number; absent: never. */
  readonly lastServed: ReadonlyMap<string, number>
  /** Ms since 1970. */
  readonly now: number
  /** Does it refer to a call that has not been answered? */
  readonly isBlocked: (call: StoredCall) => boolean
  /** Is it to be sent alone although it belongs to an album? */
  readonly isAlone: (call: StoredCall) => boolean
}

export type Choice = {
  /** Waiting calls that a newer one makes needless. */
  readonly superseded: readonly StoredCall[]
  /** Does a stream wait for the answer to another call? */
  readonly hasBlocked: boolean
} & (
  | { readonly kind: 'send'; readonly calls: readonly StoredCall[] }
  /** `until`: when the first stream becomes due (ms since 1970); null: only after something else happened. */
  | { readonly kind: 'wait'; readonly until: number | null }
)

/** A stream that has waited this long counts as one priority higher, so nothing starves. */
const AGING_MS = 120_000

/**
 * What goes out next in a chat. Within a stream only the head may go, and a head that has to wait holds back its
 * stream. Among streams the smaller priority goes first, then the one served least recently, then the older.
 */
export function chooseNext(queue: ChatQueue): Choice {
  const superseded = supersededCalls(queue.calls)
  const gone = new Set(superseded)
  const streams = byStream(queue.calls.filter((call) => !gone.has(call)))
  let best: Candidate | null = null
  let until: number | null = null
  let hasBlocked = false
  for (const stream of streams.values()) {
    const head = readHead(stream, queue)
    if (head.kind === 'blocked') hasBlocked = true
    else if (head.kind === 'later') until = Math.min(until ?? head.at, head.at)
    else if (best === null || compare(head, best) < 0) best = head
  }
  const more = { superseded, hasBlocked }
  return best ? { kind: 'send', calls: best.calls, ...more } : { kind: 'wait', until, ...more }
}

function supersededCalls(calls: readonly StoredCall[]): readonly StoredCall[] {
  const newest = new Map<string, StoredCall>()
  const superseded: StoredCall[] = []
  for (const call of calls) {
    if (call.coalesceKey === null) continue
    const key = JSON.stringify([call.stream, call.coalesceKey])
    const earlier = newest.get(key)
    if (earlier) superseded.push(earlier)
    newest.set(key, call)
  }
  return superseded
}

function byStream(calls: readonly StoredCall[]): ReadonlyMap<string, readonly StoredCall[]> {
  const streams = new Map<string, StoredCall[]>()
  for (const call of calls) {
    const stream = streams.get(call.stream)
    if (stream) stream.push(call)
    else streams.set(call.stream, [call])
  }
  return streams
}

interface Candidate {
  readonly kind: 'ready'
  readonly calls: readonly StoredCall[]
  readonly priority: number
  readonly served: number
  readonly seq: number
}

type Head = Candidate | { readonly kind: 'later'; readonly at: number } | { readonly kind: 'blocked' }

function readHead(stream: readonly StoredCall[], queue: ChatQueue): Head {
  const head = stream[0]
  if (!head) return { kind: 'blocked' }
  const together = stream.filter((call) => !queue.isAlone(call))
  const calls = queue.isAlone(head) ? [head] : albumOf(head, together)
  const at = Math.max(...calls.map(dueAt))
  if (at > queue.now) return { kind: 'later', at }
  if (calls.some(queue.isBlocked)) return { kind: 'blocked' }
  const served = queue.lastServed.get(head.stream) ?? -1
  return { kind: 'ready', calls, priority: streamPriority(stream, queue.now), served, seq: head.seq }
}

/** An urgent call can only go after what stands before it in its stream, so it lends its priority to the head. */
function streamPriority(stream: readonly StoredCall[], now: number): number {
  const due = stream.filter((call) => dueAt(call) <= now)
  const priorities = due.map((call) => call.priority - Math.floor((now - waitsSince(call)) / AGING_MS))
  return Math.max(0, Math.min(...priorities))
}

const dueAt = (call: StoredCall) => call.notBefore?.getTime() ?? 0
const waitsSince = (call: StoredCall) => Math.max(dueAt(call), call.createdAt.getTime())

function compare(a: Candidate, b: Candidate): number {
  return a.priority - b.priority || a.served - b.served || a.seq - b.seq
}
