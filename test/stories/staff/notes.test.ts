import { expect, test } from 'vitest'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

/** Everything the bot sent, in one string: what is not in it has gone nowhere. */
const sent = (calls: readonly { params: object; method: string }[]) =>
  calls
    .filter((call) => call.method !== 'getUpdates')
    .map((call) => JSON.stringify(call.params))
    .join('\n')

test('a note stays with the staff: as a text, as a caption, and when it is edited', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const before = anna.messages().length
  const note = agent.sendText('// клиент скандальный', { topic })
  agent.sendPhoto({ topic, caption: '//скан паспорта' })
  agent.sendText('  // с отступом', { topic })
  await shop.settled()
  agent.editText(note.message_id, 'клиент скандальный, но правый')
  await shop.settled()
  expect(anna.messages()).toHaveLength(before)
  for (const secret of ['скандальный', 'паспорт', 'отступ']) {
    expect(sent(shop.sim.calls)).not.toContain(secret)
  }
  // Taking the mark off does not send it, and the agent is told so.
  const word = findMessage(inTopic(), /останется заметкой/)
  expect(word.reply_to_message?.message_id).toBe(note.message_id)
})

test('an album whose caption is a note goes nowhere as a whole, whichever part comes first', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const parts = [{ kind: 'photo', caption: '// для своих' }, { kind: 'photo' }, { kind: 'photo' }] as const
  const photos = () => anna.messages().filter((message) => message.photo !== undefined)
  agent.sendAlbum(parts, { topic })
  await shop.settled()
  expect(photos()).toEqual([])
  agent.sendAlbum(parts, { topic, order: [1, 2, 0] })
  await shop.settled()
  expect(photos()).toEqual([])
  expect(sent(shop.sim.calls)).not.toContain('для своих')
})

test('a message the customer already has does not become a note by an edit: the agent reads why', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const message = agent.sendText('Скоро ответим', { topic })
  await shop.settled()
  agent.editText(message.message_id, '// он меня достал')
  await shop.settled()
  expect(anna.screen()).toContain('Скоро ответим')
  expect(sent(shop.sim.calls)).not.toContain('достал')
  expect(findMessage(inTopic(), '/retract').reply_to_message?.message_id).toBe(message.message_id)
})

test('no command ever goes to a customer, known or not, ours or another bot’s, typed or edited in', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const before = anna.messages().length
  agent.sendText('/refund 500', { topic })
  agent.sendText('/refund@desk_bot 500', { topic })
  agent.sendText('/ban@other_bot анну', { topic })
  agent.sendText('/вернуть 500', { topic })
  agent.sendPhoto({ topic, caption: '/refund с фото' })
  await shop.settled()
  expect(anna.messages()).toHaveLength(before)
  const answers = inTopic().filter((message) => /^Команды .* нет/.test(message.text ?? ''))
  expect(answers).toHaveLength(4)

  const message = agent.sendText('Вернём деньги завтра', { topic })
  await shop.settled()
  agent.editText(message.message_id, '/refund 500')
  await shop.settled()
  expect(anna.screen()).toContain('Вернём деньги завтра')
  expect(anna.screen()).not.toContain('refund')
})
