import { randomUUID } from 'node:crypto'
import { isPaced } from './paced-clock.ts'
import type { Change } from './protocol.ts'
import type { Room } from './room.ts'
import { createCallViews } from './views/call-views.ts'
import { viewBot, viewGroups, viewPeople } from './views/chat-views.ts'
import { createTapViews, viewChatActions } from './views/fleeting-views.ts'
import { createMessageViews } from './views/message-views.ts'
import { viewSettings } from './views/settings-view.ts'

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

type Sections = Required<Pick<Change, 'bot' | 'people' | 'groups' | 'chatActions' | 'taps' | 'settings'>>
type SectionName = keyof Sections
const SECTIONS: readonly SectionName[] = ['bot', 'people', 'groups', 'chatActions', 'taps', 'settings']

export function createFeed(room: Room): Feed {
  const { sim } = room
  const { world } = sim
  const epoch = randomUUID()
  const listeners = new Set<(change: Change) => void>()
  const messages = createMessageViews(world)
  const calls = createCallViews(sim.calls)
  const taps = createTapViews(world, () => performance.now())
  const told = new Map<SectionName, { seq: number; json: string; value: unknown }>()
  let paceChanges = 0
  let seq = 0
  let timer: NodeJS.Timeout | undefined
  let cancelWakes = () => {}

  const build: { [K in SectionName]: () => Sections[K] } = {
    bot: () => viewBot(world),
    people: () => viewPeople(world, messages.keyboards),
    groups: () => viewGroups(world),
    chatActions: () => viewChatActions(world, messages.lastWords),
    taps: taps.look,
    settings: () => viewSettings(room),
  }
  /** The time passes without being told, unless it jumps. */
  const stateOf = (name: SectionName, value: unknown) =>
    JSON.stringify(name === 'settings' ? { ...(value as Sections['settings']), now: paceChanges } : value)

  const lookAtSections = (next: number): Partial<Change> => {
    const changed: Partial<Change> = {}
    for (const name of SECTIONS) {
      const value = build[name]()
      const json = stateOf(name, value)
      if (told.get(name)?.json === json) continue
      told.set(name, { seq: next, json, value })
      Object.assign(changed, { [name]: value })
    }
    return changed
  }
  const look = () => {
    clearTimeout(timer)
    timer = undefined
    const next = seq + 1
    // The messages first: what the others show follows from them.
    const newMessages = messages.look(next)
    const newCalls = calls.look(next)
    const sections = lookAtSections(next)
    wakeWhenStale()
    if (newMessages.length + newCalls.length + Object.keys(sections).length === 0) return
    seq = next
    const change: Change = {
      epoch,
      seq,
      isWhole: false,
      ...sections,
      ...(newMessages.length > 0 ? { messages: newMessages } : {}),
      ...(newCalls.length > 0 ? { calls: newCalls } : {}),
    }
    for (const listener of listeners) listener(change)
  }
  const changed = () => {
    timer ??= setTimeout(look, GATHER_MS).unref()
  }
  /** Some things end without anybody doing anything. */
  const wakeWhenStale = () => {
    cancelWakes()
    const actions = told.get('chatActions')?.value as Sections['chatActions']
    const ends = [taps.waitsEndAt(), ...actions.map(({ until }) => until)].filter((at) => at !== undefined)
    const cancelClock =
      ends.length > 0 ? world.clock.setTimer(Math.min(...ends) - world.clock.now(), changed) : () => {}
    const answersEndAt = taps.answersEndAt()
    const wake = answersEndAt && setTimeout(changed, answersEndAt - performance.now()).unref()
    cancelWakes = () => {
      cancelClock()
      clearTimeout(wake)
    }
  }
  const stops = [
    sim.onCall((call) => calls.add(call)),
    sim.onChange(changed),
    isPaced(world.clock)
      ? world.clock.onChange(() => {
          paceChanges += 1
          changed()
        })
      : () => {},
  ]
  return {
    epoch,
    since(given) {
      look()
      const isWhole = given <= 0 || given > seq
      const from = isWhole ? 0 : given
      const change: Change = { epoch, seq, isWhole, messages: messages.since(from), calls: calls.since(from) }
      for (const [name, { seq: at, value }] of told) {
        if (at > from) Object.assign(change, { [name]: value })
      }
      if (change.settings) change.settings = { ...change.settings, now: world.clock.now() }
      return change
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
    stop() {
      for (const stop of stops) stop()
      clearTimeout(timer)
      cancelWakes()
      listeners.clear()
    },
  }
}
