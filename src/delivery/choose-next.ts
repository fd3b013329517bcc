import { albumOf } from './merge-album.ts'
import { textsOf } from './merge-texts.ts'
import { CALL_PRIORITY, type StoredCall } from './outgoing-call.ts'

export interface ChatQueue {
  /** The waiting calls of one chat, in order of arrival. */
  readonly calls: readonly StoredCall[]
  /** When each stream was served last, as a growing number; absent: never. */
  readonly lastServed: ReadonlyMap<string, number>
  /** How many times the chat has been served. */
  readonly turn: number
  /** Ms since 1970. */
  readonly now: number
  /** Does it refer to a call that has not been answered? */
  readonly isBlocked: (call: StoredCall) => boolean
}

export type Choice = {
  /** Waiting calls that a newer one makes needless. */
  readonly superseded: readonly StoredCall[]
  /** Does a stream wait for the answer to another call? */
  readonly hasBlocked: boolean
} & (
  | { readonly kind: 'send'; readonly calls: readonly StoredCall[]; readonly isUrgent: boolean }
  /** `until`: when the first stream becomes due (ms since 1970); null: only after something else happened. */
  | { readonly kind: 'wait'; readonly until: number | null }
)

/** So long a call may stand behind the priorities before its. */
const PATIENCE_MS = 120_000
/** One turn in so many goes to whoever has waited longest beyond that. */
const PATIENT_TURN = 4

/**
 * What goes out next in a chat. Within a stream only the head may go, and a head that has to wait holds back its
 * stream. Among streams the smaller priority goes first, then the one served least recently, then the older. So that nothing
 * starves, every fourth turn belongs to the call that has waited longest, if it has waited for long; urgent ones go even before that.
 */
export function chooseNext(queue: ChatQueue): Choice {
  const superseded = supersededCalls(queue.calls)
  const gone = new Set(superseded)
  const streams = byStream(queue.calls.filter((call) => !gone.has(call)))
  const ready: Candidate[] = []
  let until: number | null = null
  let hasBlocked = false
  for (const stream of streams.values()) {
    const head = readHead(stream, queue)
    if (head.kind === 'blocked') hasBlocked = true
    else if (head.kind === 'later') until = Math.min(until ?? head.at, head.at)
    else ready.push(head)
  }
  const best = bestOf(ready, queue)
  const more = { superseded, hasBlocked }
  if (best === undefined) return { kind: 'wait', until, ...more }
  return { kind: 'send', calls: best.calls, isUrgent: best.priority === CALL_PRIORITY.urgent, ...more }
}

function bestOf(ready: readonly Candidate[], { turn, now }: ChatQueue): Candidate | undefined {
  const [first] = [...ready].sort(compare)
  if (turn % PATIENT_TURN !== PATIENT_TURN - 1 || first?.priority === CALL_PRIORITY.urgent) return first
  const patient = ready.filter(({ since }) => now - since >= PATIENCE_MS)
  return patient.sort((a, b) => a.since - b.since || a.seq - b.seq)[0] ?? first
}

/** Waiting calls of one chat that a newer one makes needless. */
export function supersededCalls(calls: readonly StoredCall[]): readonly StoredCall[] {
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
  /** Waits since then, ms since 1970. */
  readonly since: number
}

type Head = Candidate | { readonly kind: 'later'; readonly at: number } | { readonly kind: 'blocked' }

function readHead(stream: readonly StoredCall[], queue: ChatQueue): Head {
  const head = stream[0]
  if (!head) return { kind: 'blocked' }
  const calls = goTogether(head, stream, queue.now)
  const at = Math.max(...calls.map(dueAt))
  if (at > queue.now) return { kind: 'later', at }
  if (calls.some(queue.isBlocked)) return { kind: 'blocked' }
  const served = queue.lastServed.get(head.stream) ?? -1
  const since = Math.max(at, ...calls.map((call) => call.createdAt.getTime()))
  return { kind: 'ready', calls, priority: streamPriority(stream, queue.now), served, seq: head.seq, since }
}

function goTogether(head: StoredCall, stream: readonly StoredCall[], now: number): readonly StoredCall[] {
  return head.method === 'sendMessage' ? textsOf(head, stream, now) : albumOf(head, stream)
}

/** A call can only go after what stands before it in its stream, so it lends its priority to the head. */
function streamPriority(stream: readonly StoredCall[], now: number): number {
  return Math.min(...stream.filter((call) => dueAt(call) <= now).map((call) => call.priority))
}

const dueAt = (call: StoredCall) => call.notBefore?.getTime() ?? 0

function compare(a: Candidate, b: Candidate): number {
  return a.priority - b.priority || a.served - b.served || a.seq - b.seq
}
