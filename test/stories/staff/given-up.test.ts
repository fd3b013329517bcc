import { expect, test } from 'vitest'
import { findMessage, openStaffStory, type StaffStory } from '../../support/staff-story.ts'

const backoff = { firstMs: 10, maxMs: 20 }
/** More than any database column of whole numbers holds: a message that no try can store. */
const UNSTORABLE = 1e30

/** The next message has an id nobody can store; those after it go on as before. */
function nextIsUnstorable({ shop, anna }: StaffStory): () => void {
  const chat = shop.sim.world.chats.get(anna.id)
  if (chat === undefined) throw new Error('no such chat')
  const next = chat.nextMessageId
  chat.nextMessageId = UNSTORABLE
  return () => {
    chat.nextMessageId = next
  }
}

test('a customer’s message that can not be worked is tried again, then both sides are told, and the next ones go on', async () => {
  const story = await openStaffStory({ backoff })
  const { shop, anna, topic } = story
  const goOn = nextIsUnstorable(story)
  anna.sendText('Это не сохранить')
  goOn()
  anna.sendText('А это можно')
  await shop.settled()
  expect(anna.screen()).toContain('Не получилось обработать')
  expect(
    findMessage(shop.group.messages({ topic: 0 }), 'Не удалось обработать сообщение клиента').text,
  ).toContain('Анна')
  expect(findMessage(shop.group.messages({ topic }), 'А это можно')).toBeDefined()
  const failed = await story.failedEvents()
  expect(failed).toHaveLength(1)
  expect(failed[0]?.attempts).toBeGreaterThanOrEqual(4)
  expect(failed[0]?.body).toContain('Это не сохранить')
})
