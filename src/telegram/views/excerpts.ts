import { type MessageContent, wordsOf } from '../../domain/message-content.ts'
import type { TicketMessage } from '../../domain/ticket-message.ts'
import { kindOfContent } from '../../texts/kind-of-content.ts'
import type { Texts } from '../../texts/texts.ts'

/** An album stands in the talk once, with the words of its first part that has some, in whatever order its parts came. */
export function albumsAsOne(messages: readonly TicketMessage[]): readonly TicketMessage[] {
  const shown = new Map<string, TicketMessage>()
  for (const message of messages) {
    const key = message.albumId ?? message.id
    const before = shown.get(key)
    if (before === undefined || speaksBefore(message, before)) shown.set(key, message)
  }
  return [...shown.values()]
}

function speaksBefore(one: TicketMessage, other: TicketMessage): boolean {
  const [said, saidByOther] = [one, other].map((message) => (wordsOf(message.content)?.text ?? '') !== '')
  return said === saidByOther ? one.sourceMessageId < other.sourceMessageId : said === true
}

/** A message in a line: the beginning of its words, or what stands for one that has none. */
export function inShort(t: Texts, content: MessageContent, max: number): string {
  const words = wordsOf(content)?.text ?? ''
  return words === '' ? kindOfContent(t, content) : excerpt(words, max)
}

export function excerpt(text: string, max: number): string {
  const letters = [...text]
  return letters.length <= max ? text : `${letters.slice(0, max - 1).join('')}…`
}
