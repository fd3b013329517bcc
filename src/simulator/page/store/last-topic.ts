import { read, write } from './keep.ts'
import type { PhonePlace } from './place.ts'

/** Remembers in which topic somebody leaves a chat. */
export function keepTopic({ personId, chatId, topicId }: PhonePlace): void {
  if (personId !== null && chatId !== null) write('session', nameOf(personId, chatId), String(topicId ?? ''))
}

/** The topic somebody was in when they left the chat; null for General, and where they never were. */
export function lastTopic(personId: number | null, chatId: number): number | null {
  const id = personId === null ? 0 : Number(read('session', nameOf(personId, chatId)))
  return Number.isSafeInteger(id) && id !== 0 ? id : null
}

const nameOf = (personId: number, chatId: number) => `topic.${personId}.${chatId}`
