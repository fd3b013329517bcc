import { expect, test } from 'vitest'
import { findMessage, openStaffStory, wordsIn } from '../../support/staff-story.ts'

test('an answer to a customer who blocked the bot is marked as not delivered, the card says why, and both go when they are back', async () => {
  const { shop, anna, agent, topic, inTopic, card } = await openStaffStory()
  anna.block()
  await shop.settled()
  expect(wordsIn(card())).toContain('Клиент заблокировал бота')
  const lost = agent.sendText('Ваш заказ найден', { topic })
  await shop.settled()
  const word = findMessage(inTopic(), 'Не доставлено: клиент заблокировал бота')
  expect(word.reply_to_message?.message_id).toBe(lost.message_id)
  expect(wordsIn(card())).toContain('Клиент заблокировал бота')

  anna.unblock()
  await shop.settled()
  expect(wordsIn(card())).not.toContain('заблокировал')
  expect(wordsIn(inTopic().at(-1))).toContain('Клиент снова на связи')
  agent.sendText('Повторяю: заказ найден', { topic })
  await shop.settled()
  expect(anna.screen()).toContain('Повторяю: заказ найден')
})

test('a customer who blocks and comes back without missing anything makes no noise in the topic', async () => {
  const { shop, anna, inTopic, card } = await openStaffStory()
  const before = inTopic().length
  anna.block()
  await shop.settled()
  anna.unblock()
  anna.sendText('Я снова здесь')
  await shop.settled()
  expect(wordsIn(card())).not.toContain('заблокировал')
  expect(inTopic().slice(before).map(wordsIn)).toEqual(['Я снова здесь'])
})

test('a deleted account: the agent reads that nothing was delivered', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  anna.deactivate()
  agent.sendText('Есть новости', { topic })
  await shop.settled()
  expect(findMessage(inTopic(), 'Не доставлено')).toBeDefined()
})
