import { expect, test } from 'vitest'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'
import { nextIsUnstorable } from '../../support/unstorable.ts'

const backoff = { firstMs: 10, maxMs: 20 }
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
