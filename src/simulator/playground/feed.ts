import { randomUUID } from 'node:crypto'
import { isPaced } from './paced-clock.ts'
import type { Change } from './protocol.ts'
import type { Room } from './room.ts'
import { createCallViews } from './views/call-views.ts'
import { createTapViews } from './views/fleeting-views.ts'
import { createMessageViews } from './views/message-views.ts'
import { createSectionViews } from './views/section-views.ts'
import { createWakes } from './wakes.ts'

/** What has changed in the world, told in steps. */
export interface Feed {
  epoch: string
  /** All that a page needs that knows what was told up to `seq`; 0 for a page that knows nothing. */
  since(seq: number): Change
  /** Hears of each change. @returns stops listening. */
  listen(listener: (change: Change) => void): () => void
  /** Looks again soon, for what the world does not tell of. */
  changed(): void
  stop(): void
}

/** Changes within this time are told together. Real milliseconds. */
const GATHER_MS = 20

export function createFeed(room: Room): Feed {
  const { world } = room.sim
  const epoch = randomUUID()
  const listeners = new Set<(change: Change) => void>()
  const messages = createMessageViews(world)
  const calls = createCallViews(room.sim.calls)
  const taps = createTapViews(world, () => performance.now())
  const sections = createSectionViews(room, messages, taps)
  let seq = 0
  let timer: NodeJS.Timeout | undefined

  const look = () => {
    clearTimeout(timer)
    timer = undefined
    const next = seq + 1
    // The messages first: some of what the sections show follows from them.
    const newMessages = messages.look(next)
    const newCalls = calls.look(next)
    const news: Partial<Change> = {
      ...(newMessages.length > 0 ? { messages: newMessages } : {}),
      ...(newCalls.length > 0 ? { calls: newCalls } : {}),
      ...sections.look(next),
    }
    wakes.plan()
    if (Object.keys(news).length === 0) return
    seq = next
    for (const listener of listeners) listener({ epoch, seq, isWhole: false, ...news })
  }
  const changed = () => {
    timer ??= setTimeout(look, GATHER_MS).unref()
  }
  const wakes = createWakes(world, taps, changed)
  const stopListening = hear(room, changed, calls.add, () => sections.paceChanged())
  return {
    epoch,
    since(given) {
      look()
      const isWhole = given <= 0 || given > seq
      const from = isWhole ? 0 : given
      const lists = { messages: messages.since(from), calls: calls.since(from) }
      return { epoch, seq, isWhole, ...lists, ...sections.since(from) }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
    stop() {
      stopListening()
      clearTimeout(timer)
      wakes.cancel()
      listeners.clear()
    },
  }
}

/** @returns stops listening. */
function hear(
  { sim }: Room,
  changed: () => void,
  onCall: Parameters<Room['sim']['onCall']>[0],
  onPace: () => void,
): () => void {
  const { clock } = sim.world
  const paceChanged = () => {
    onPace()
    changed()
  }
  const stops = [sim.onCall(onCall), sim.onChange(changed)]
  if (isPaced(clock)) stops.push(clock.onChange(paceChanged))
  return () => {
    for (const stop of stops) stop()
  }
}
