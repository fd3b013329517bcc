import { expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory, type StaffStory } from '../../support/staff-story.ts'

const HELD = 'Пока не доставлено: клиент заблокировал бота'
const BACK = 'доставляем то, что ждало'

/** Calls that Telegram refused because of the block. */
const vain = ({ shop }: StaffStory) =>
  shop.sim.calls.filter((call) => call.error?.includes('bot was blocked') ?? false)

test('answers to a customer who blocked the bot wait, marked as such, and go out by themselves when they are back', async () => {
  const story = await openStaffStory()
  const { shop, anna, agent, topic, inTopic, card } = story
  anna.block()
  await shop.settled()
  expect(wordsIn(card())).toContain('Клиент заблокировал бота')
  const first = agent.sendText('Ваш заказ найден', { topic })
  await shop.settled()
  expect(findMessage(inTopic(), HELD).reply_to_message?.message_id).toBe(first.message_id)

  await shop.restart()
  const second = agent.sendText('Привезём завтра', { topic })
  await shop.settled()
  const words = inTopic().filter((message) => wordsIn(message).includes(HELD))
  expect(words.map((word) => word.reply_to_message?.message_id)).toEqual([
    first.message_id,
    second.message_id,
  ])
  expect(vain(story)).toHaveLength(1)

  anna.unblock()
  await shop.settled()
  expect(anna.screen()).toMatch(/Ваш заказ найден[\s\S]*Привезём завтра/)
  expect(wordsIn(card())).not.toContain('заблокировал')
  expect(inTopic().filter((message) => wordsIn(message).includes(BACK))).toHaveLength(1)
  expect(vain(story)).toHaveLength(1)
})

test('in a plain group the word stands under each answer, too, and what is written after the return just goes', async () => {
  const { shop, anna, write, inTopic, card } = await openStaffStory({ group: 'group' })
  anna.block()
  const written = write('Ответ первый')
  await shop.settled()
  expect(wordsIn(card())).toContain('Клиент заблокировал бота')
  expect(findMessage(inTopic(), HELD).reply_to_message?.message_id).toBe(written.message_id)
  anna.unblock()
  anna.sendText('Я вернулась')
  await shop.settled()
  write('Ответ второй')
  await shop.settled()
  expect(anna.screen()).toMatch(/Ответ первый[\s\S]*Ответ второй/)
  expect(inTopic().filter((message) => wordsIn(message).includes(HELD))).toHaveLength(1)
  expect(findMessage(inTopic(), BACK)).toBeDefined()
})

test('an album that waits is spoken of once, and arrives whole', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  anna.block()
  await shop.settled()
  agent.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }], { topic })
  await shop.settled()
  expect(inTopic().filter((message) => wordsIn(message).includes(HELD))).toHaveLength(1)
  anna.unblock()
  await shop.settled()
  const photos = anna.messages().filter((message) => message.photo !== undefined)
  expect(photos).toHaveLength(3)
  expect(new Set(photos.map((photo) => photo.media_group_id)).size).toBe(1)
})

test('a status that could not be told is told on return, without a word in the topic', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  anna.block()
  await shop.settled()
  const before = inTopic().length
  const isWord = ({ forum_topic_edited: renamed }: Message) => renamed === undefined
  const said = () => inTopic().slice(before).filter(isWord).map(wordsIn)
  agent.sendText('/resolve', { topic })
  await shop.settled()
  expect(said()).toEqual(['/resolve'])
  anna.unblock()
  await shop.settled()
  expect(anna.screen()).toMatch(/№ \S+ решено/)
  expect(said()).toEqual(['/resolve'])
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

test('a deleted account: the agent reads that nothing was delivered, and nothing is waited for', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  anna.deactivate()
  agent.sendText('Есть новости', { topic })
  await shop.settled()
  expect(findMessage(inTopic(), 'Не доставлено: клиент заблокировал бота или удалил аккаунт')).toBeDefined()
  expect(await shop.desk().database.outbox.heldChats()).toEqual([])
})
