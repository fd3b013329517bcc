import type { Change } from '../protocol.ts'
import type { Room } from '../room.ts'
import { viewBot, viewGroups, viewPeople } from './chat-views.ts'
import { type TapViews, viewChatActions } from './fleeting-views.ts'
import type { MessageViews } from './message-views.ts'
import { viewSettings } from './settings-view.ts'

/** What is told as a whole whenever anything in it has changed. */
export type Sections = Required<
  Pick<Change, 'bot' | 'people' | 'groups' | 'chatActions' | 'taps' | 'settings'>
>
type SectionName = keyof Sections
const NAMES: readonly SectionName[] = ['bot', 'people', 'groups', 'chatActions', 'taps', 'settings']

export interface SectionViews {
  /** Looks at all of them, after the messages; marks those that have changed with `seq`. @returns those */
  look(seq: number): Partial<Sections>
  /** Those that changed after `seq`; 0 for all. */
  since(seq: number): Partial<Sections>
  /** The settings are told again: the clock jumped, or runs at another pace. */
  paceChanged(): void
}

export function createSectionViews(room: Room, messages: MessageViews, taps: TapViews): SectionViews {
  const { world } = room.sim
  const told = new Map<SectionName, { seq: number; json: string; value: unknown }>()
  let paceChanges = 0
  const build: { [K in SectionName]: () => Sections[K] } = {
    bot: () => viewBot(world),
    people: () => viewPeople(world, messages.keyboards),
    groups: () => viewGroups(world),
    chatActions: () => viewChatActions(world, messages.lastWords),
    taps: taps.look,
    settings: () => viewSettings(room),
  }
  /** What makes a difference: the time passes without being told. */
  const stateOf = (name: SectionName, value: unknown) =>
    JSON.stringify(name === 'settings' ? { ...(value as Sections['settings']), now: paceChanges } : value)
  return {
    look(seq) {
      const changed: Partial<Sections> = {}
      for (const name of NAMES) {
        const value = build[name]()
        const json = stateOf(name, value)
        if (told.get(name)?.json === json) continue
        told.set(name, { seq, json, value })
        Object.assign(changed, { [name]: value })
      }
      return changed
    },
    since(seq) {
      const sections: Partial<Sections> = {}
      for (const [name, section] of told) {
        if (section.seq > seq) Object.assign(sections, { [name]: section.value })
      }
      if (sections.settings) sections.settings = { ...sections.settings, now: world.clock.now() }
      return sections
    },
    paceChanged() {
      paceChanges += 1
    },
  }
}
