import type { LoggedCall } from '../../src/simulator/call-log.ts'

/** What a call in the group was for, and how many of the group's actions it cost. */
export interface GroupAction {
  readonly what: string
  readonly cost: number
}

export interface GroupReading {
  readonly actions: readonly GroupAction[]
  /** When each ticket was first to be seen with all its photos, by its marker. */
  readonly wholeAt: ReadonlyMap<string, number>
  /** How many tickets have their card. */
  readonly begun: number
}

const PHOTOS = 3

/** Reads a bot's calls to its group: which ticket, found by the marker in its description, was there when. */
export function readGroup(
  calls: readonly LoggedCall[],
  chatId: number,
  markers: readonly string[],
): GroupReading {
  const actions: GroupAction[] = []
  const wholeAt = new Map<string, number>()
  const cards = new Map<string, { photos: number }>()
  const byTopic = new Map<unknown, string>()
  for (const { applied, method, params, at } of calls) {
    if (!applied || Number(params.chat_id) !== chatId || method.startsWith('get')) continue
    const media = Array.isArray(params.media) ? params.media.length : 0
    actions.push({ what: method, cost: Math.max(1, media) })
    const words = JSON.stringify(params)
    const marker = markers.find((one) => words.includes(one)) ?? byTopic.get(params.message_thread_id)
    if (marker === undefined) continue
    if (params.message_thread_id !== undefined) byTopic.set(params.message_thread_id, marker)
    const card = cards.get(marker) ?? { photos: 0 }
    cards.set(marker, card)
    card.photos += method === 'sendRichMessage' ? words.split('"type":"photo","media"').length - 1 : media
    if (card.photos >= PHOTOS && !wholeAt.has(marker)) wholeAt.set(marker, at)
  }
  return { actions, wholeAt, begun: cards.size }
}
