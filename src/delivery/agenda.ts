/** When to look at what: at a chat, at a lane. Times are ms since 1970. */
export interface Agenda<Key> {
  /** Look at it now. */
  add(key: Key): void
  /** Look at it again at `until`. */
  sleep(key: Key, until: number): void
  sleeps(key: Key): boolean
  /** Look at it again at the next {@link Agenda.unblock}. */
  block(key: Key): void
  unblock(): void
  /** What has slept long enough is to be looked at. */
  rouse(now: number): void
  /** Takes what has waited longest to be looked at; undefined: nothing. */
  next(): Key | undefined
  readonly hasDue: boolean
  /** How many are to be looked at now. */
  readonly due: number
  /** When the first sleeper wakes. */
  readonly alarmAt: number | null
  clear(): void
}

export function createAgenda<Key>(): Agenda<Key> {
  const due = new Set<Key>()
  const sleepers = new Map<Key, number>()
  const blocked = new Set<Key>()

  return {
    add: (key) => {
      due.add(key)
    },
    sleep: (key, until) => {
      sleepers.set(key, until)
    },
    sleeps: (key) => sleepers.has(key),
    block: (key) => {
      blocked.add(key)
    },
    unblock: () => {
      for (const key of blocked) due.add(key)
      blocked.clear()
    },
    rouse: (now) => {
      for (const [key, until] of sleepers) {
        if (until > now) continue
        due.add(key)
        sleepers.delete(key)
      }
    },
    next: () => {
      const [key] = due
      if (key === undefined) return undefined
      due.delete(key)
      sleepers.delete(key)
      return key
    },
    get hasDue() {
      return due.size > 0
    },
    get due() {
      return due.size
    },
    get alarmAt() {
      return sleepers.size === 0 ? null : Math.min(...sleepers.values())
    },
    clear: () => {
      for (const memory of [due, sleepers, blocked]) memory.clear()
    },
  }
}
