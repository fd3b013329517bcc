import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import type { PersonView } from '../../../src/simulator/playground/protocol.ts'
import { type Playground, startPlayground } from '../../../src/simulator/playground/start-playground.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts'
import { drain, ok } from '../bot-side.ts'
import { done, readEvents, refusalOf } from './page-side.ts'

let sim: Simulator
let playground: Playground
let anna: Person
beforeEach(async () => {
  sim = await startSimulator()
  playground = await startPlayground(sim, { pageFolder: '/nowhere' })
  anna = sim.createUser({ firstName: 'Анна' })
  anna.sendText('/start')
  await drain(sim)
})
afterEach(async () => {
  await playground.stop()
  await sim.stop()
})

const switchOn = (privateTopics = true) => done(sim, { do: 'set-server', privateTopics })
const create = (personId = anna.id) =>
  ({ do: 'create-topic', groupId: anna.id, name: 'Delivery', personId }) as const
const inTopic = (topicId: number) =>
  ({ actor: { as: 'person', personId: anna.id }, place: { chatId: anna.id, topicId } }) as const

test('the page is told of the topics while they are switched on', async () => {
  const page = await readEvents(sim)
  const people = (fits: (person: PersonView) => boolean) => page.find(({ people = [] }) => people.some(fits))
  await switchOn()
  const told = await page.find(({ settings }) => settings?.privateTopics === true)
  expect(told.settings).toMatchObject({ privateTopics: true })
  const { topicId = 0 } = await done(sim, create())
  const first = await people(({ topics }) => topics.length > 0)
  const topic = { id: topicId, name: 'Delivery', iconColor: 7322096, state: 'open' }
  expect(first.people).toMatchObject([{ user: { id: anna.id }, topics: [topic] }])
  await switchOn(false)
  const last = await page.find(({ isWhole, settings }) => !isWhole && settings?.privateTopics === false)
  expect(last.people).toMatchObject([{ topics: [] }])
  page.close()
})

test('a person opens a topic, writes in it, presses a key and deletes it', async () => {
  await switchOn()
  const { topicId = 0 } = await done(sim, create())
  const keyboard = [[{ text: 'Menu' }]]
  await ok(sim, 'sendMessage', { chat_id: anna.id, text: 'x', reply_markup: { keyboard } })
  await drain(sim)
  await done(sim, { do: 'send-text', text: 'hello', ...inTopic(topicId) })
  await done(sim, { do: 'send-sample', kind: 'photo', ...inTopic(topicId) })
  await done(sim, { do: 'press-key', personId: anna.id, text: 'Menu', topicId })
  const received = (await drain(sim)).map(({ message }) => message as Message)
  expect(received.map(({ message_thread_id }) => message_thread_id)).toEqual([topicId, topicId, topicId])
  await done(sim, { do: 'delete-topic', groupId: anna.id, topicId })
  expect(await refusalOf(sim, { do: 'send-text', text: 'x', ...inTopic(topicId) })).toEqual({
    reason: 'topic-gone',
  })
})

test('what cannot be done is refused with a sentence', async () => {
  expect(await refusalOf(sim, create())).toEqual({ reason: 'private-topics-off' })
  await switchOn()
  const olga = sim.createUser({ firstName: 'Ольга' })
  expect(await refusalOf(sim, create(olga.id))).toEqual({ reason: 'others-topics', name: 'Анна' })
  const { topicId = 0 } = await done(sim, create())
  expect(await refusalOf(sim, { do: 'close-topic', groupId: anna.id, byId: anna.id, topicId })).toEqual({
    reason: 'no-group',
  })
})
