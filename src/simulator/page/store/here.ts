import { computed, effect, signal } from '@preact/signals'
import { keepTopic, lastTopic } from './last-topic.ts'
import {
  ANYWHERE,
  type PagePlace,
  type PanelTab,
  type PhonePlace,
  readPlace,
  type Side,
  type WriteAs,
  writePlace,
} from './place.ts'
import { settlePlace } from './settle-place.ts'
import { groups, people } from './world.ts'

/** Where there is room for two phones and the panel, it is open from the start. */
const usual: PagePlace = {
  left: ANYWHERE,
  right: ANYWHERE,
  shown: 'left',
  panel: window.matchMedia('(min-width: 1200px)').matches ? 'calls' : null,
}

/** What the reader has asked for. It outlives a server that for a while knows nobody. */
const wanted = signal(readPlace(location.hash, usual))

/** What the page shows: the wanted place, as far as it exists. */
export const here = computed(() => settlePlace(wanted.value, { people: people.value, groups: groups.value }))

/** Keeps the place in the address, and follows an address that is typed or pasted. */
export function keepPlaceInAddress(): void {
  window.addEventListener('hashchange', () => {
    wanted.value = readPlace(location.hash, wanted.value)
  })
  effect(() => {
    const { left, right } = here.value
    const before = wanted.peek()
    // Who was found for a phone stays in it, even if somebody else would suit better later.
    if (before.left.personId === null && left.personId !== null) wanted.value = { ...wanted.peek(), left }
    const isAtWork = right.chatId !== right.personId
    if (before.right.personId === null && isAtWork) wanted.value = { ...wanted.peek(), right }
  })
  effect(() => history.replaceState(null, '', writePlace(wanted.value)))
}

export function holdPhone(side: Side, personId: number): void {
  const { personId: before, chatId, topicId } = here.value[side]
  const isPrivate = chatId === before
  const place = isPrivate ? { chatId: personId, topicId: null } : { chatId, topicId }
  move(side, { personId, ...place, as: 'self' })
}

export function openChat(side: Side, chatId: number, topicId: number | null = null): void {
  move(side, { chatId, topicId, as: 'self' })
}

/** Back to a chat, in the topic one was in last. */
export function returnToChat(side: Side, chatId: number): void {
  openChat(side, chatId, lastTopic(here.value[side].personId, chatId))
}

export function openTopic(side: Side, topicId: number | null): void {
  move(side, { topicId })
}

export function writeAs(side: Side, as: WriteAs): void {
  move(side, { as })
}

export function showPhone(shown: Side): void {
  wanted.value = { ...wanted.value, shown }
}

export function openPanel(panel: PanelTab | null): void {
  wanted.value = { ...wanted.value, panel }
}

function move(side: Side, change: Partial<PhonePlace>): void {
  keepTopic(here.value[side])
  wanted.value = { ...wanted.value, [side]: { ...here.value[side], ...change } }
}
