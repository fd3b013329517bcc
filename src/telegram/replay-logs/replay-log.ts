import type { Ids } from '../../app/ports.ts'
import type { DeskUnit } from '../context.ts'

/** The replay log of one update's conversation, as grammY's plugin reads and writes it. */
export interface ReplayLog {
  /** JSON; null: there is none, and an open form goes on from its draft row. */
  read(): Promise<string | null>
  write(log: string): void
  remove(): void
  /** What is left to be done with it right after the commit. */
  afterCommit(): void
}

/** Where logs are kept outside the database. Nothing here is certain: what a log is worth, its stamp tells. */
export interface OutsideLogs {
  /** @returns null: not there, another one than the stamp's, unreadable, or too late */
  read(key: string, stamp: string): Promise<string | null>
  /** Is it within the limits of the place? */
  takes(key: string, log: StampedLog): boolean
  /** Puts a log there, or deletes the one that is there, at leisure. A later wish for the same key takes the place of an earlier one. */
  keep(key: string, log: StampedLog | null): void
  /** Finishes what is on its way and begins nothing new. */
  stop(): Promise<void>
}

/** `stamp` is another one for each log that is written: what comes late or got lost is told by it. */
export interface StampedLog {
  readonly stamp: string
  readonly log: string
}

/** The row's value where the log itself is outside; no log of the plugin's has this field. */
interface OutsideMark {
  readonly outside: string
}

/** The log goes into the update's own unit: it and the draft are committed together, or neither is. */
export function replayLogInDatabase(unit: DeskUnit, key: string): ReplayLog {
  let found: string | null = null
  return {
    async read() {
      found = await unit.conversations.read(key)
      if (found === null || stampIn(found) === null) return found
      // Left from a time when the logs were kept outside; should they be again, it must not come back.
      unit.conversations.remove(key)
      return null
    },
    write(log) {
      // One step's log is like another's: most answers change nothing in it.
      if (log !== found) unit.conversations.write(key, log)
    },
    remove: () => unit.conversations.remove(key),
    afterCommit: () => undefined,
  }
}

/**
 * The log is fetched before the handler, put away after the commit, and may get lost: the database alone says, in the unit,
 * which log counts. Takes no longer than one {@link OutsideLogs.read}.
 */
export async function fetchReplayLog(
  { logs, ids }: { readonly logs: OutsideLogs; readonly ids: Ids },
  unit: DeskUnit,
  key: string,
): Promise<ReplayLog> {
  const value = await unit.conversations.read(key)
  const stamp = value === null ? null : stampIn(value)
  const fetched = stamp === null ? value : await logs.read(key, stamp)
  // From here on the form goes on without that log: should it turn up later, it counts no more.
  if (value !== null && fetched === null) unit.conversations.remove(key)
  let afterCommit = () => {}
  const remove = () => {
    unit.conversations.remove(key)
    afterCommit = () => logs.keep(key, null)
  }
  return {
    read: () => Promise.resolve(fetched),
    write(log) {
      if (log === fetched) return
      const kept = { stamp: ids.next(), log }
      if (!logs.takes(key, kept)) return remove()
      unit.conversations.write(key, JSON.stringify({ outside: kept.stamp } satisfies OutsideMark))
      afterCommit = () => logs.keep(key, kept)
    },
    remove,
    afterCommit: () => afterCommit(),
  }
}

function stampIn(value: string): string | null {
  const parsed = JSON.parse(value) as Partial<OutsideMark>
  return parsed.outside ?? null
}
