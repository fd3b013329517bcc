import { beforeEach, expect, test } from 'vitest'
import { lastFor } from '../../../src/simulator/page/store/last-message.ts'
import { topicsOf } from '../../../src/simulator/page/store/topics.ts'
import { applyChange } from '../../../src/simulator/page/store/world.ts'
import type { TopicView } from '../../../src/simulator/playground/protocol.ts'
import { aGroup, aMessage, aPerson, inTopic } from './views.ts'

const change = { epoch: 'a', seq: 1, isWhole: false }
beforeEach(() => applyChange({ ...change, isWhole: true }))

const topic = (state: TopicView['state']): TopicView => ({ id: 10, name: 'Delivery', iconColor: 1, state })
const anna = (...topics: TopicView[]) => ({ ...aPerson(7), topics })

test('a private chat is shown as a forum while it has a topic', () => {
  applyChange({ ...change, people: [anna()] })
  expect(topicsOf(7)).toBeNull()
  applyChange({ ...change, people: [anna(topic('open'))] })
  expect(topicsOf(7)).toEqual([topic('open')])
  applyChange({ ...change, people: [anna(topic('deleted'))] })
  expect(topicsOf(7)).toBeNull()
})

test('a group is shown as a forum while its topics are switched on, with or without any', () => {
  applyChange({ ...change, groups: [aGroup(-1, {}, { isForum: true })] })
  expect(topicsOf(-1)).toEqual([])
  applyChange({ ...change, groups: [aGroup(-1, {}, { topics: [topic('open')] })] })
  expect(topicsOf(-1)).toBeNull()
})

test('the last message of a private chat is that of the open topic, or of all where there are none', () => {
  const messages = [aMessage(7, 1), inTopic(7, 11, 10)]
  applyChange({ ...change, people: [anna(topic('open'))], messages })
  expect(lastFor(7, 7, null)?.order).toBe(1)
  expect(lastFor(7, 7, 10)?.order).toBe(11)
  applyChange({ ...change, people: [anna()] })
  expect(lastFor(7, 7, null)?.order).toBe(11)
})
