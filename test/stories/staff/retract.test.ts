import { expect, test } from 'vitest'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

test('/retract in reply takes the message from the customer’s chat, and both sides are told', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const wrong = agent.sendText('Ваш номер карты 1234', { topic })
  await shop.settled()
  agent.sendText('/retract', { topic, replyTo: wrong.message_id })
  await shop.settled()
  expect(anna.screen()).not.toContain('1234')
  expect(anna.screen()).toContain('отозвал сообщение')
  expect(findMessage(inTopic(), 'у клиента удалено').reply_to_message?.message_id).toBe(wrong.message_id)

  agent.sendText('/retract', { topic, replyTo: wrong.message_id })
  await shop.settled()
  expect(findMessage(inTopic(), /уже отозва/)).toBeDefined()
  expect(anna.messages().filter((message) => message.text?.includes('отозвал сообщение'))).toHaveLength(1)
})

test('nothing of a retracted message stays behind: neither a long text nor a sticker nor the name above them', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const long = agent.sendText(`${'т'.repeat(4090)}конец`.slice(-4096), { topic })
  const sticker = agent.sendSticker({ topic })
  await shop.settled()
  agent.sendText('/retract', { topic, replyTo: long.message_id })
  agent.sendText('/retract', { topic, replyTo: sticker.message_id })
  await shop.settled()
  expect(anna.screen()).not.toContain('конец')
  expect(anna.messages().some((message) => message.sticker !== undefined)).toBe(false)
  expect(anna.screen()).not.toContain('сотрудник поддержки ·')
})

test('a message retracted before it was delivered is not at the customer in the end', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const held = shop.sim.faults.add({
    method: 'sendMessage',
    kind: 'flood',
    retryAfter: 1,
    when: isTo(anna.id),
  })
  const wrong = agent.sendText('Секрет', { topic })
  await shop.sim.waitFor(() => held.hits === 1, { what: 'the first try' })
  agent.sendText('/retract', { topic, replyTo: wrong.message_id })
  await shop.settled()
  expect(anna.screen()).not.toContain('Секрет')
  expect(shop.sim.calls.filter((call) => call.ok && JSON.stringify(call.params).includes('Секрет'))).toEqual(
    [],
  )
})

test('to a customer who is away a retracted message never goes, and neither does a word about it', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory({ mayBeRefused: true })
  anna.block()
  agent.sendText('Первое', { topic })
  const wrong = agent.sendText('Секрет', { topic })
  await shop.settled()
  agent.sendText('/retract', { topic, replyTo: wrong.message_id })
  await shop.settled()
  expect(findMessage(inTopic(), 'не успело').reply_to_message?.message_id).toBe(wrong.message_id)
  const before = shop.sim.calls.length
  anna.unblock()
  anna.sendText('/start')
  await shop.settled()
  expect(anna.screen()).toContain('Первое')
  const since = JSON.stringify(shop.sim.calls.slice(before).map(({ params }) => params))
  expect(since).not.toContain('Секрет')
  expect(since).not.toContain('отозвал')
})

test('what the customer may have got already is deleted, not merely recalled', async () => {
  const { shop, anna, agent, topic } = await openStaffStory({ backoff: { firstMs: 500, maxMs: 500 } })
  const lost = shop.sim.faults.add({
    method: 'sendMessage',
    kind: 'close-after',
    when: ({ text }) => String(text).includes('Секрет'),
  })
  const wrong = agent.sendText('Секрет', { topic })
  await shop.sim.waitFor(() => lost.hits === 1, { what: 'the first try' })
  agent.sendText('/retract', { topic, replyTo: wrong.message_id })
  await shop.settled()
  expect(anna.screen()).toContain('отозвал сообщение')
})

test('a note or a customer’s message can not be taken back: the agent reads what can', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const note = agent.sendText('// заметка', { topic })
  anna.sendText('Мои слова')
  await shop.settled()
  const usage = () => inTopic().filter((message) => message.text?.startsWith('Ответьте этой командой')).length
  agent.sendText('/retract', { topic, replyTo: note.message_id })
  agent.sendText('/retract', { topic, replyTo: findMessage(inTopic(), 'Мои слова').message_id })
  agent.sendText('/retract', { topic })
  await shop.settled()
  expect(usage()).toBe(3)
  expect(shop.group.screen()).toContain('Мои слова')
  expect(shop.sim.calls.filter((call) => call.method === 'deleteMessage')).toEqual([])
})

test('what Telegram no longer deletes is not said to be deleted', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory({ mayBeRefused: true })
  const wrong = agent.sendText('Старое сообщение', { topic })
  await shop.settled()
  const shown = shop.sim.world.chats
    .get(anna.id)
    ?.messages.get(findMessage(anna.messages(), 'Старое').message_id)
  if (shown !== undefined) shown.message.date -= 49 * 3600
  agent.sendText('/retract', { topic, replyTo: wrong.message_id })
  await shop.settled()
  expect(anna.screen()).toContain('Старое сообщение')
  expect(anna.screen()).not.toContain('отозвал сообщение')
  expect(findMessage(inTopic(), '48 часов')).toBeDefined()
})

function isTo(chatId: number): (params: Readonly<Record<string, unknown>>) => boolean {
  return (params) => Number(params.chat_id) === chatId
}
