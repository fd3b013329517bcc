import { expect, test } from 'vitest'
import { TELEGRAM_LIMITS } from '../../../src/delivery/rate-limits.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { photosIn, wordsIn } from '../../support/message-words.ts'
import { NO_LIMITS } from '../../support/no-limits.ts'
import { createShiftingClock } from '../../support/shifting-clock.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'
import { nextIsUnstorable } from '../../support/unstorable.ts'

/** A rush shows in so many seconds. */
const LATELY_MS = 10_000
/** No room for a topic when a ticket comes, but for one when it is taken. */
const BUSY = { ...NO_LIMITS, group: { actions: 5, perMs: 1 } }
/** As Telegram has it, but for people, who need not wait here. */
const IN_GROUP = { ...NO_LIMITS, group: TELEGRAM_LIMITS.group }
/** No room at all. */
const FULL = { ...NO_LIMITS, group: { actions: 1, perMs: 1 } }

for (const ticketCard of ['rich', 'plain'] as const) {
  test(`a ticket that came in a rush stands in General (${ticketCard} card) and gets its topic when an agent takes it`, async () => {
    const { shop, anna, agent, number, card, topic } = await openStaffStory({
      limits: BUSY,
      photos: 2,
      ticketCard,
    })
    expect(topic).toBe(0)
    expect(shop.group.topics()).toEqual([])
    const old = card().message_id
    anna.sendText('Есть новости?')
    await shop.settled()
    const asked = findMessage(shop.group.messages({ topic: 0 }), 'Есть новости?')
    expect(wordsIn(asked)).toContain(number)
    expect(asked.reply_to_message?.message_id).toBe(old)
    anna.sendVoice()
    await shop.settled()

    agent.tap('Взять', { messageId: old })
    await shop.settled()
    const [own, ...more] = shop.group.topics()
    expect(more).toEqual([])
    const inTopic = () => shop.group.messages({ topic: own?.id ?? -1 })
    expect(wordsIn(findMessage(inTopic(), `№ ${number} ·`))).toMatch(/· в работе\n/)
    expect(photosIn(inTopic())).toBe(2)
    expect(wordsIn(findMessage(inTopic(), 'Есть новости?'))).toMatch(
      /\nАнна: Есть новости\?\nАнна: голосовое сообщение$/,
    )
    const signpost = shop.group.messages({ topic: 0 }).find((message) => message.message_id === old)
    expect(wordsIn(signpost)).toContain('теперь своя тема')
    const [button] = signpost?.reply_markup?.inline_keyboard.flat() ?? []
    expect(button?.url).toBe(`https://t.me/c/${String(shop.group.id).replace('-100', '')}/${own?.id}`)

    anna.sendText('Жду ответа')
    agent.sendText('Ответ на то, что было в General', { replyTo: asked.message_id })
    agent.sendText('Ответ на прежнюю карточку', { replyTo: old })
    await shop.settled()
    expect(findMessage(inTopic(), 'Жду ответа')).toBeDefined()
    expect(anna.screen()).toContain('Ответ на то, что было в General')
    expect(anna.screen()).toContain('Ответ на прежнюю карточку')
    agent.tap('Решено', { topic: own?.id ?? -1 })
    await shop.settled()
    expect(wordsIn(findMessage(inTopic(), `№ ${number} ·`))).toMatch(/· решено\n/)
  })
}

test('at the group’s own pace a ticket has its topic from the beginning, also while another one is being worked on', async () => {
  const clock = createShiftingClock()
  const { shop, agent, write, card } = await openStaffStory({ clock, limits: IN_GROUP })
  clock.leap(LATELY_MS)
  agent.tap('Взять', { messageId: card().message_id })
  await shop.settled()
  write('Уже ищем ваш заказ.')
  await shop.settled()
  const next = await fileTicket(shop, shop.customer('Борис'))
  expect(shop.group.topics().map(({ id }) => id)).toContain(next.topic)
})

test('what the customer writes while the topic is being made stands in it once', async () => {
  const worked: string[] = []
  const story = await openStaffStory({
    limits: BUSY,
    backoff: { firstMs: 500, maxMs: 500 },
    onWorked: ({ body }) => worked.push(JSON.stringify(body)),
  })
  const { shop, anna, agent, card } = story
  const making = shop.sim.faults.add({ method: 'createForumTopic', kind: 'hang' })
  agent.tap('Взять', { messageId: card().message_id })
  await shop.sim.waitFor(() => making.hits === 1)
  anna.sendText('Ещё одно')
  await shop.sim.waitFor(() => worked.some((body) => body.includes('Ещё одно')))
  // Her next message keeps the desk busy with trying, so that the topic is there before the desk takes notice.
  const goOn = nextIsUnstorable(story)
  anna.sendText('Это не сохранить')
  goOn()
  await shop.sim.waitFor(() => shop.sim.world.updates.queue.list().length === 0)
  making.release()
  await shop.settled()
  const [own] = shop.group.topics()
  const all = shop.group.messages({ topic: own?.id ?? -1 }).map(wordsIn)
  expect(all.filter((words) => words.includes('Ещё одно'))).toHaveLength(1)
})

test('without room for a topic the ticket goes on in General, by replies, and the card tells who has it', async () => {
  const { shop, anna, agent, number, card } = await openStaffStory({ limits: FULL })
  agent.tap('Взять', { messageId: card().message_id })
  await shop.settled()
  expect(shop.group.topics()).toEqual([])
  expect(wordsIn(card())).toMatch(/· в работе\n/)
  agent.sendText('Здравствуйте', { replyTo: card().message_id })
  anna.sendText('Добрый день')
  await shop.settled()
  expect(anna.screen()).toContain('Здравствуйте')
  expect(wordsIn(findMessage(shop.group.messages({ topic: 0 }), 'Добрый день'))).toContain(number)
})

test('two agents who take it at the same moment get one topic', async () => {
  const { shop, agent, card } = await openStaffStory({ limits: BUSY })
  const vera = shop.group.as(shop.agent('Вера'))
  const messageId = card().message_id
  agent.tap('Взять', { messageId })
  vera.tap('Взять', { messageId })
  await shop.settled()
  expect(shop.group.topics()).toHaveLength(1)
})

test('a tap on the card in General after the ticket has moved changes the ticket, and takes no card away', async () => {
  const { shop, agent, number, card } = await openStaffStory({ limits: BUSY })
  const old = card()
  const resolve = old.reply_markup?.inline_keyboard
    .flat()
    .find(({ text }) => text === 'Решено')?.callback_data
  agent.tap('Взять', { messageId: old.message_id })
  await shop.settled()
  agent.tapData(old.message_id, resolve ?? '')
  await shop.settled()
  const inTopic = shop.group.messages({ topic: shop.group.topics()[0]?.id ?? -1 })
  expect(wordsIn(findMessage(inTopic, `№ ${number} ·`))).toMatch(/· решено\n/)
})
