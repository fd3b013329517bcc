import type { StaffStory } from './staff-story.ts'

/** More than any database column of whole numbers holds: a message that no try can store. */
const UNSTORABLE = 1e30

/** The next message has an id nobody can store; those after it go on as before. */
export function nextIsUnstorable({ shop, anna }: StaffStory): () => void {
  const chat = shop.sim.world.chats.get(anna.id)
  if (chat === undefined) throw new Error('no such chat')
  const next = chat.nextMessageId
  chat.nextMessageId = UNSTORABLE
  return () => {
    chat.nextMessageId = next
  }
}
