import { expect, test } from 'vitest'
import { TELEGRAM_LIMITS } from '../../../src/delivery/rate-limits.ts'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import { createShiftedClock, inTopic, sendForm, walk, walkTo } from '../../support/customer-story.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { photosIn, wordsIn } from '../../support/message-words.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

const DAY_MS = 24 * 3_600_000

const said = (messages: readonly Message[]) =>
  messages.filter(
    (message) => message.forum_topic_created === undefined && message.forum_topic_edited === undefined,
  )
const refusals = ({ sim }: Shop) => sim.calls.filter((call) => !call.ok && call.error !== undefined)
const richTried = ({ sim }: Shop) => sim.calls.filter(({ method }) => method === 'sendRichMessage').length

test('a rich card keeps its photos while it changes, and answers to its buttons and to replies', async () => {
  const { shop, anna, agent, topic, card, inTopic } = await openStaffStory({ photos: 3 })
  const before = card().message_id
  agent.tap('Взять', { topic })
  await shop.settled()
  expect(card().message_id).toBe(before)
  expect(wordsIn(card())).toMatch(/· в работе\n/)
  agent.tap('Решено', { topic })
  await shop.settled()
  expect(wordsIn(card())).toMatch(/· решено\n/)
  expect(photosIn(inTopic())).toBe(3)
  agent.sendText('Пишите, если что', { topic, replyTo: card().message_id })
  await shop.settled()
  expect(anna.screen()).toContain('Пишите, если что')
  expect(said(inTopic()).filter((message) => message.from?.id === shop.sim.botId)).toHaveLength(1)
})

test('the agent who replies to a rich card in a plain group answers the customer', async () => {
  const { shop, anna, agent, card } = await openStaffStory({ group: 'supergroup', photos: 2 })
  agent.sendText('Ответ на карточку', { replyTo: card().message_id })
  anna.sendText('Спасибо, жду')
  await shop.settled()
  expect(anna.screen()).toContain('Ответ на карточку')
  const shown = findMessage(shop.group.messages(), 'Спасибо, жду')
  expect(shown.reply_to_message?.message_id).toBe(card().message_id)
})

for (const richMessages of ['none', 'html'] as const) {
  test(`an older server (rich messages: ${richMessages}) gets the plain card with its album, and only the first card pays for the refusal`, async () => {
    const clock = createShiftedClock()
    const deskClock = { now: () => new Date(clock.now()), setTimer: clock.setTimer }
    const { shop, inTopic, card, agent, topic } = await openStaffStory({
      ...{ richMessages, photos: 3, mayBeRefused: true, clock: deskClock, simulatorClock: clock },
    })
    expect(card().text).toContain('Приоритет: стандартный')
    expect(photosIn(inTopic())).toBe(3)
    expect(
      new Set(inTopic().flatMap((message) => (message.photo ? [message.media_group_id] : []))).size,
    ).toBe(1)
    agent.tap('Взять', { topic })
    await shop.settled()
    expect(card().text).toMatch(/· в работе\n/)

    await shop.restart()
    const second = await fileTicket(shop, shop.customer('Борис'), { photos: 2 })
    expect(photosIn(shop.group.messages({ topic: second.topic ?? -1 }))).toBe(2)
    expect(richTried(shop)).toBe(1)
    expect(refusals(shop)).toHaveLength(1)

    // The server was upgraded; the next day tells.
    shop.sim.world.richMessages = 'blocks'
    clock.skip(DAY_MS + 1_000)
    const third = await fileTicket(shop, shop.customer('Вера'), { photos: 2 })
    const shown = said(shop.group.messages({ topic: third.topic ?? -1 }))
    expect(shown).toHaveLength(1)
    expect(photosIn(shown)).toBe(2)
  })
}

test('a rich card whose change is refused makes way for a plain one with all that it showed', async () => {
  const { shop, agent, topic, card, inTopic } = await openStaffStory({ photos: 2, mayBeRefused: true })
  shop.sim.world.richMessages = 'none'
  agent.tap('Взять', { topic })
  await shop.settled()
  const [only, ...more] = said(inTopic()).filter((message) => message.reply_markup !== undefined)
  expect(more).toEqual([])
  expect(only?.text).toMatch(/· в работе\n/)
  expect(photosIn(inTopic())).toBe(2)
  agent.tap('Решено', { topic })
  await shop.settled()
  expect(card().text).toMatch(/· решено\n/)
})

test('a card that an administrator deleted comes back with the next change, once', async () => {
  const { shop, agent, topic, card, inTopic } = await openStaffStory({ photos: 2, mayBeRefused: true })
  agent.deleteMessage(card().message_id)
  agent.sendText('/take', { topic })
  await shop.settled()
  expect(wordsIn(card())).toMatch(/· в работе\n/)
  expect(photosIn(inTopic())).toBe(2)
  agent.tap('Решено', { topic })
  await shop.settled()
  expect(wordsIn(card())).toMatch(/· решено\n/)
  expect(inTopic().filter((message) => /^№ .* · /.test(wordsIn(message)))).toHaveLength(1)
})

test('a plain card with five photos gets its topic in a calm group, within Telegram’s limits', async () => {
  const { shop, inTopic, topic } = await openStaffStory({
    ...{ photos: 5, limits: TELEGRAM_LIMITS, env: { TICKET_CARD: 'plain' } },
  })
  expect(topic).not.toBe(0)
  expect(photosIn(inTopic())).toBe(5)
  expect(refusals(shop)).toEqual([])
})

test('what came with the form besides its photos keeps no ticket from its topic in a calm group', async () => {
  const shop = await openShop({ limits: TELEGRAM_LIMITS })
  const anna = shop.customer()
  await walkTo(shop, anna, 'description')
  anna.sendVoice({})
  anna.sendSticker()
  await walk(shop, anna, 'description', 'review')
  const number = await sendForm(shop, anna)
  await shop.settled()
  const kinds = inTopic(shop, number).map(({ voice, sticker }) => [voice, sticker].findIndex((kind) => kind))
  expect(kinds).toEqual([-1, 0, 1])
})
