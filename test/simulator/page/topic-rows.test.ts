import { expect, test } from 'vitest'
import { topicRows } from '../../../src/simulator/page/phones/topic-rows.ts'
import { aGroup, aMessage, inTopic } from './views.ts'

const topic = (id: number, state: 'open' | 'closed' | 'deleted' = 'open') => {
  return { id, name: `Topic ${id}`, iconColor: 1, state }
}
const group = aGroup(
  -1,
  {},
  { isForum: true, topics: [topic(10), topic(20, 'closed'), topic(30, 'deleted')] },
)
const rows = (messages: Parameters<typeof topicRows>[1], viewerId = 1) =>
  topicRows(group, messages, viewerId, 'General')

test('General is first, then the topic that was written in last; deleted ones are gone', () => {
  const messages = [aMessage(-1, 1), inTopic(-1, 11, 10), inTopic(-1, 21, 20), inTopic(-1, 25, 10)]
  expect(rows(messages).map(({ name }) => name)).toEqual(['General', 'Topic 10', 'Topic 20'])
  expect(rows(messages.slice(0, 3)).map(({ id }) => id)).toEqual([null, 20, 10])
  expect(rows(messages).map(({ isClosed }) => isClosed)).toEqual([false, false, true])
})

test('a message counts only for those who are shown it', () => {
  const messages = [
    aMessage(-1, 1),
    { ...aMessage(-1, 2), onlyFor: 5 },
    { ...aMessage(-1, 3), isDeleted: true },
  ]
  expect(rows(messages)[0]?.last?.order).toBe(1)
  expect(rows(messages, 5)[0]?.last?.order).toBe(2)
})
