import { afterEach, expect, test } from 'vitest'
import { createDrivenClock } from '../../src/simulator/clock.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { call, ok } from './bot-side.ts'

let sim: Simulator
afterEach(() => sim.stop())

async function startLimited() {
  const clock = createDrivenClock()
  sim = await startSimulator({ clock, limits: 'telegram' })
  const anna = sim.createUser({ firstName: 'Anna' })
  anna.sendText('/start')
  const group = sim.createGroup({ title: 'Staff' })
  const send = (chat_id: number) => call(sim, 'sendMessage', { chat_id, text: 'x' })
  return { clock, anna, group, send }
}

test('a private chat takes a short burst, then one message a second', async () => {
  const { clock, anna, send } = await startLimited()
  for (let sent = 0; sent < 3; sent += 1) expect((await send(anna.chatId)).ok).toBe(true)
  expect(await send(anna.chatId)).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  })
  clock.advance(1000)
  expect((await send(anna.chatId)).ok).toBe(true)
  expect(sim.floodRefusals()).toBe(1)
})

test('sending during the wait makes it longer', async () => {
  const { clock, anna, send } = await startLimited()
  for (let sent = 0; sent < 4; sent += 1) await send(anna.chatId)
  expect((await send(anna.chatId)).parameters?.retry_after).toBe(2)
  expect((await send(anna.chatId)).parameters?.retry_after).toBe(3)
  clock.advance(2000)
  expect((await send(anna.chatId)).parameters?.retry_after).toBe(2)
  clock.advance(2000)
  expect((await send(anna.chatId)).ok).toBe(true)
})

test('a group takes twenty actions in any minute: sends, edits, topics, each part of an album', async () => {
  const { clock, anna, group } = await startLimited()
  const photo = anna.sendPhoto().photo?.at(-1)?.file_id
  const media = Array.from({ length: 10 }, () => ({ type: 'photo', media: photo }))
  const sent = await ok(sim, 'sendMessage', { chat_id: group.id, text: 'x' })
  clock.advance(10_000)
  await ok(sim, 'sendMediaGroup', { chat_id: group.id, media })
  clock.advance(10_000)
  for (let made = 0; made < 8; made += 1) {
    await ok(sim, 'createForumTopic', { chat_id: group.id, name: `Topic ${made}` })
    clock.advance(1000)
  }
  const edit = (text: string) =>
    call(sim, 'editMessageText', { chat_id: group.id, message_id: sent.message_id, text })
  expect((await edit('y')).ok).toBe(true)
  // The first of the twenty left the window 60 seconds after it was sent: 28 have passed.
  expect((await edit('z')).parameters?.retry_after).toBe(32)
  clock.advance(32_000)
  expect((await edit('z')).ok).toBe(true)
})

test('other chats are not slowed down by one that is', async () => {
  const { anna, group, send } = await startLimited()
  for (let sent = 0; sent < 5; sent += 1) await send(anna.chatId)
  expect((await send(group.id)).ok).toBe(true)
})

test('thirty messages a second are all the bot has', async () => {
  const { clock, send } = await startLimited()
  const people = Array.from({ length: 31 }, (_, index) => sim.createUser({ firstName: `P${index}` }))
  for (const person of people) person.sendText('/start')
  const answers: boolean[] = []
  for (const { chatId } of people) answers.push((await send(chatId)).ok)
  expect(answers.filter(Boolean)).toHaveLength(30)
  clock.advance(1000)
  expect((await send(people.at(-1)?.chatId ?? 0)).ok).toBe(true)
})
