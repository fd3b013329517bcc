import { expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

const quoted = (message: Message) => wordsIn(message.reply_to_message as Message | undefined)

test('a reply stays a reply on the other side, whoever wrote the message it answers', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const question = agent.sendText('Какой у вас адрес?', { topic })
  await shop.settled()
  const shownQuestion = findMessage(anna.messages(), 'Какой у вас адрес?')
  const answer = anna.sendText('Мира, 5', { replyTo: shownQuestion.message_id })
  anna.sendText('То есть Мира, 6', { replyTo: answer.message_id })
  await shop.settled()
  const shownAnswer = findMessage(inTopic(), 'Мира, 5')
  expect(shownAnswer.reply_to_message?.message_id).toBe(question.message_id)
  expect(quoted(findMessage(inTopic(), 'Мира, 6'))).toContain('Мира, 5')

  agent.sendText('Записал', { topic, replyTo: shownAnswer.message_id })
  agent.sendText('И ещё: какой этаж?', { topic, replyTo: question.message_id })
  await shop.settled()
  const noted = findMessage(anna.messages(), 'Записал')
  expect(noted.reply_to_message?.message_id).toBe(answer.message_id)
  const floor = findMessage(anna.messages(), 'какой этаж')
  expect(floor.reply_to_message?.message_id).toBe(shownQuestion.message_id)
})

test('a reply to one photo of an album answers that very photo on the other side', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const parts = [1, 2, 3].map((n) => ({ kind: 'photo' as const, caption: `фото ${n}` }))
  const hers = anna.sendAlbum(parts, { order: [2, 1, 0] })
  const his = agent.sendAlbum(parts, { topic })
  await shop.settled()
  const [, herSecond] = inTopic().filter((message) => message.photo && message.from?.id === shop.sim.botId)
  agent.sendText('Что на этом?', { topic, replyTo: herSecond?.message_id ?? 0 })
  const [, hisSecond] = anna
    .messages()
    .filter((message) => message.photo && message.from?.id === shop.sim.botId)
  anna.sendText('А на этом?', { replyTo: hisSecond?.message_id ?? 0 })
  await shop.settled()
  const toHers = findMessage(anna.messages(), 'Что на этом?')
  expect(toHers.reply_to_message?.message_id).toBe(hers[1]?.message_id)
  const toHis = findMessage(inTopic(), 'А на этом?')
  expect(toHis.reply_to_message?.message_id).toBe(his[1]?.message_id)
})

test('a reply to a message that is gone on the other side arrives all the same', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const hers = anna.sendText('Передумала')
  await shop.settled()
  const shown = findMessage(inTopic(), 'Передумала')
  anna.deleteMessage(hers.message_id)
  agent.sendText('Что именно передумали?', { topic, replyTo: shown.message_id })
  await shop.settled()
  expect(anna.screen()).toContain('Что именно передумали?')
})
