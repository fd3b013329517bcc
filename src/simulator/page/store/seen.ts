import { signal } from '@preact/signals'
import type { MessageView } from '../../playground/protocol.ts'
import { read, write } from './keep.ts'
import { groups, messagesOf, people } from './world.ts'

/** The order of the last message that was seen, by phone holder, chat and topic; `first` is where a chat stood when the page opened. */
const seen = signal<Readonly<Record<string, number>>>(parse(read('session', 'seen')))

/** What was there before the page was opened is not news. */
export function rememberFirstSight(): void {
  const chats = [...people.value.map(({ user }) => user.id), ...groups.value.map(({ id }) => id)]
  const added = chats.filter((id) => seen.value[`first.${id}`] === undefined)
  if (added.length === 0) return
  keep(Object.fromEntries(added.map((id) => [`first.${id}`, messagesOf(id).value.at(-1)?.order ?? 0])))
}

export function markSeen(viewerId: number, last: MessageView, topicId: number | null): void {
  const name = nameOf(viewerId, last.chatId, topicId)
  if ((seen.peek()[name] ?? 0) < last.order) keep({ [name]: last.order })
}

/** Whether the newest message of a chat or topic is news to the holder of a phone. */
export function isNews(viewerId: number, last: MessageView | undefined, topicId: number | null): boolean {
  if (!last || last.authorId === viewerId) return false
  const { [nameOf(viewerId, last.chatId, topicId)]: own = 0, [`first.${last.chatId}`]: first = 0 } =
    seen.value
  return last.order > Math.max(own, first)
}

function keep(more: Record<string, number>): void {
  seen.value = { ...seen.peek(), ...more }
  write('session', 'seen', JSON.stringify(seen.value))
}

function nameOf(viewerId: number, chatId: number, topicId: number | null): string {
  return `${viewerId}.${chatId}.${topicId ?? 0}`
}

function parse(text: string | null): Record<string, number> {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return {}
  }
}
