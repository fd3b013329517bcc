import type { Clock, Log } from '../delivery/ports.ts'
import { ageOf, type DeskView, type Readings, within } from './desk-view.ts'

/** What /readyz answers. Nothing in it names a person or a chat. */
export interface Readiness {
  readonly ready: boolean
  /** What is wrong; empty when ready. */
  readonly troubles: readonly string[]
  readonly database: 'answers' | 'does not answer'
  /** Who polls or sets the webhook, sends and sweeps: `host:pid:random`; null: nobody. */
  readonly leader: string | null
  readonly leading: boolean
  readonly telegram: { readonly lastOkAt: Date | null; readonly tokenRefused: boolean }
  /** Seconds that the oldest has waited; 0: nothing waits. Null: the database did not tell. */
  readonly oldestWaiting: {
    readonly inbox: number
    readonly outbox: { readonly private: number; readonly group: number }
  } | null
  /** Chats that can't be reached, by reason; what is for them waits. */
  readonly heldChats: Readonly<Record<string, number>> | null
}

/** Whoever asks gives up after some seconds themselves. */
const ANSWER_WITHIN_MS = 3_000

/** Of a desk that is still being opened. */
export const NOT_OPEN: Readiness = {
  ready: false,
  troubles: ['the desk is not open yet'],
  database: 'does not answer',
  leader: null,
  leading: false,
  telegram: { lastOkAt: null, tokenRefused: false },
  oldestWaiting: null,
  heldChats: null,
}

/**
 * Ready: updates can be stored, and what is promised is sent, by this process or by another. A long backlog is shown, but
 * makes nobody unready: it would only grow longer.
 */
export async function readReadiness(
  view: DeskView,
  readings: Readings,
  clock: Clock,
  log: Log,
): Promise<Readiness> {
  const now = clock.now()
  const telegram = view.telegram()
  const stored = await within(ANSWER_WITHIN_MS, clock, readStored(view, readings)).catch((error: unknown) => {
    log.warn({ err: error }, 'Not ready: the database does not answer')
    return null
  })
  const leader = stored?.holder && stored.holder.until > view.leaseNow() ? stored.holder.owner : null
  const troubles = [
    ...(stored === null ? ['the database does not answer'] : []),
    ...(stored !== null && leader === null ? ['no process leads: nothing is sent'] : []),
    ...(telegram.tokenRefused ? ['Telegram refuses BOT_TOKEN: nothing is sent'] : []),
  ]
  return {
    ready: troubles.length === 0,
    troubles,
    database: stored === null ? 'does not answer' : 'answers',
    leader,
    leading: view.isLeader(),
    telegram,
    oldestWaiting: stored && {
      inbox: ageOf(stored.inbox, now),
      outbox: { private: ageOf(stored.outbox.private, now), group: ageOf(stored.outbox.group, now) },
    },
    heldChats: stored?.held ?? null,
  }
}

async function readStored(view: DeskView, readings: Readings) {
  // What is kept of an earlier reading says nothing about now.
  await view.ping()
  const [holder, backlogs] = await Promise.all([view.watch.holder(view.leaderLease), readings.backlogs()])
  return { holder, ...backlogs }
}
