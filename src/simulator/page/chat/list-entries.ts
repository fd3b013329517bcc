import type { MessageView } from '../../playground/protocol.ts'
import { startOfDay } from './format.ts'
import { senderOf } from './sender.ts'

/** A line of the list, one below the other. `order` as in MessageView, of the first message in it or below it. */
export type ListEntry =
  | { kind: 'day'; key: string; order: number; at: number }
  | { kind: 'service'; key: string; order: number; view: MessageView }
  /** Several views are an album. */
  | {
      kind: 'message'
      key: string
      order: number
      views: MessageView[]
      startsGroup: boolean
      endsGroup: boolean
    }

export interface Shown {
  viewerId: number
  /** Null: all there is, or General where the chat has topics. */
  topicId: number | null
  isForum: boolean
}

/** What a person sees of a chat: nothing deleted, nothing for others alone, only this topic. */
export function shownMessages(
  all: readonly MessageView[],
  { viewerId, topicId, isForum }: Shown,
): MessageView[] {
  const isHere = ({ message }: MessageView) => {
    const thread = message.is_topic_message ? (message.message_thread_id ?? null) : null
    if (topicId !== null) return message.message_thread_id === topicId
    return !isForum || thread === null
  }
  return all.filter(
    (view) => !view.isDeleted && (view.onlyFor === null || view.onlyFor === viewerId) && isHere(view),
  )
}

/** The lines of a chat: days between, albums together, and what one sender wrote within a minute as one group. */
export function listEntries(
  shown: readonly MessageView[],
  isService: (view: MessageView) => boolean,
): ListEntry[] {
  const blocks = intoBlocks(shown)
  return blocks.flatMap((views, index): ListEntry[] => {
    const [view] = views
    if (!view) return []
    const { key, order, message } = view
    const at = message.date * 1000
    const before = blocks[index - 1]?.[0]
    const isNewDay = before === undefined || startOfDay(before.message.date * 1000) !== startOfDay(at)
    const day: ListEntry[] = isNewDay ? [{ kind: 'day', key: `day:${key}`, order, at }] : []
    if (isService(view)) return [...day, { kind: 'service', key, order, view }]
    const belongs = (other: MessageView | undefined) =>
      other !== undefined && !isService(other) && isSameGroup(view, other)
    const [startsGroup, endsGroup] = [!belongs(before), !belongs(blocks[index + 1]?.[0])]
    return [...day, { kind: 'message', key, order, views, startsGroup, endsGroup }]
  })
}

function intoBlocks(shown: readonly MessageView[]): MessageView[][] {
  const blocks: MessageView[][] = []
  for (const view of shown) {
    const last = blocks.at(-1)
    const album = view.message.media_group_id
    if (last && album !== undefined && last[0]?.message.media_group_id === album) last.push(view)
    else blocks.push([view])
  }
  return blocks
}

function isSameGroup(a: MessageView, b: MessageView): boolean {
  const minute = ({ message }: MessageView) => Math.floor(message.date / 60)
  const [one, other] = [senderOf(a.message), senderOf(b.message)]
  return minute(a) === minute(b) && one.id === other.id && one.kind === other.kind && a.onlyFor === b.onlyFor
}

/** How many of the newest lines are drawn at once, and how many more when one scrolls up to them. */
export const FIRST_LINES = 80
export const MORE_LINES = 20

/** The index of the first line to draw: at least the newest ones, all from `firstOrder` on, and whole parts. */
export function firstLine(entries: readonly ListEntry[], firstOrder: number | null): number {
  const newest = Math.max(0, entries.length - FIRST_LINES)
  const asked = firstOrder === null ? -1 : entries.findIndex(({ order }) => order >= firstOrder)
  const first = entries[asked < 0 ? newest : Math.min(asked, newest)]
  return first === undefined ? 0 : entries.findIndex((entry) => partOf(entry) === partOf(first))
}

/** The browser looks after what is out of sight by parts: one by one it would cost more than drawing them. */
const PART_LINES = 16

/** Lines that stand together, whatever comes or goes around them. */
export interface ListPart {
  readonly key: number
  readonly entries: ListEntry[]
}

export function intoParts(entries: readonly ListEntry[]): ListPart[] {
  const parts: ListPart[] = []
  for (const entry of entries) {
    const [key, last] = [partOf(entry), parts.at(-1)]
    if (last?.key === key) last.entries.push(entry)
    else parts.push({ key, entries: [entry] })
  }
  return parts
}

function partOf({ order }: ListEntry): number {
  return Math.floor(order / PART_LINES)
}
