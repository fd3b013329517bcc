import { createHash } from 'node:crypto'
import type { ApiRequest, RequestName } from '../../app/api-ports.ts'
import type { TicketFacts } from '../../app/ticket-facts.ts'
import type { RequestData, RequestOutcome } from '../../app/work-request.ts'
import type { Clock } from '../../delivery/ports.ts'
import type { ApiDesk } from './api-desk.ts'
import { ProblemError } from './problems.ts'

/** So long a caller waits for the outcome before being told where to ask again. Milliseconds. */
const ANSWER_WITHIN_MS = 10_000
/** Another process may do it, so the database is asked again and again: soon at first. Milliseconds. */
const FIRST_LOOK_MS = 20
const LONGEST_PAUSE_MS = 400

/** Who asks, and under which key. */
export interface Caller {
  readonly client: string
  readonly key: string
}

export interface Asked<Name extends RequestName> {
  readonly name: Name
  /** What was asked, as it was checked: told apart by it from something else under the same key. */
  readonly about: object
  /**
   * Where it belongs and what is to be done; read only when the key is new.
   * @throws ProblemError
   */
  readonly resolve: () => Promise<{ readonly lane: string; readonly data: RequestData[Name] }>
}

export type Answer =
  | { readonly kind: 'waiting'; readonly id: string }
  | { readonly kind: 'done'; readonly name: RequestName; readonly body: Done }

interface Done {
  readonly ticket: TicketFacts
  readonly messageId?: string
}

export interface AskGround {
  readonly desk: ApiDesk
  readonly clock: Clock
  /** Nobody is kept waiting then. */
  readonly isClosing: () => boolean
  /** How long a caller waits for an outcome, ms. */
  readonly answerWithinMs?: number
}

/**
 * Has something done by the lane of the ticket's customer, once for each key, and waits for the outcome.
 * @throws ProblemError
 */
export async function askDesk<Name extends RequestName>(
  ground: AskGround,
  { client, key }: Caller,
  { name, about, resolve }: Asked<Name>,
): Promise<Answer> {
  const { desk, clock } = ground
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([name, about]))
    .digest('hex')
  const known = await desk.requests.byKey(client, key)
  if (known !== null) return await follow(ground, known, fingerprint)
  const { lane, data } = await resolve()
  const request = {
    ...{ id: desk.ids.next(), client, key, fingerprint, name },
    ...{ outcome: null, createdAt: clock.now() },
  }
  if (!(await desk.requests.put(request, { lane, data }))) {
    // The same, asked in this very moment by somebody else.
    const other = await desk.requests.byKey(client, key)
    if (other === null) throw new ProblemError('not-open')
    return await follow(ground, other, fingerprint)
  }
  desk.wake(lane)
  return await waitFor(ground, request)
}

async function follow(ground: AskGround, known: ApiRequest, fingerprint: string): Promise<Answer> {
  if (known.fingerprint !== fingerprint) throw new ProblemError('key-reused')
  return await waitFor(ground, known)
}

/** @throws ProblemError */
export async function waitFor(ground: AskGround, request: ApiRequest): Promise<Answer> {
  const { desk, clock, isClosing, answerWithinMs = ANSWER_WITHIN_MS } = ground
  const until = performance.now() + answerWithinMs
  let latest: ApiRequest | null = request
  for (
    let pauseMs = FIRST_LOOK_MS;
    latest?.outcome === null;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  ) {
    if (isClosing() || performance.now() >= until) return { kind: 'waiting', id: request.id }
    await new Promise<void>((resolve) => void clock.setTimer(pauseMs, resolve))
    latest = await desk.requests.byId(request.id)
  }
  if (latest === null) throw new ProblemError('request-not-found')
  return answerOf(latest.name, JSON.parse(latest.outcome ?? '') as RequestOutcome)
}

function answerOf(name: RequestName, outcome: RequestOutcome): Answer {
  switch (outcome.kind) {
    case 'done': {
      const { kind: _, ...body } = outcome
      return { kind: 'done', name, body }
    }
    case 'refused':
      throw new ProblemError(outcome.code, outcome.details)
    case 'failed':
      throw new ProblemError('failed')
    default:
      return outcome satisfies never
  }
}
