import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

const backoff = { firstMs: 50, maxMs: 200 }
type Params = Readonly<Record<string, unknown>>
const says = (text: string) => (params: Params) => String(params.text ?? '').includes(text)

test('an answer whose sending is in doubt arrives at least once, and the agent is told “possibly twice”', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory({ backoff })
  shop.sim.faults.add({ method: 'sendMessage', kind: 'close-after', when: says('Заказ уже в пути') })
  const sent = agent.sendText('Заказ уже в пути', { topic })
  await shop.settled()
  const copies = anna.messages().filter((message) => wordsIn(message).includes('Заказ уже в пути'))
  expect(copies).toHaveLength(2)
  const word = findMessage(inTopic(), 'возможно, дважды')
  expect(word.reply_to_message?.message_id).toBe(sent.message_id)
})

test('when the answer about a new topic is lost, the card goes to General, and a word in the orphaned topic adopts it', async () => {
  const shop = await openShop({ backoff })
  shop.sim.faults.add({ method: 'createForumTopic', kind: 'close-after' })
  const anna = shop.customer('Анна')
  const { number } = await fileTicket(shop, anna)
  expect(shop.group.topics()).toHaveLength(1)
  const card = findMessage(shop.group.messages({ topic: 0 }), `№ ${number}`)
  const agent = shop.group.as(shop.agent('Олег'))
  anna.sendText('Я подожду')
  await shop.settled()
  expect(findMessage(shop.group.messages({ topic: 0 }), 'Я подожду')).toBeDefined()

  const topic = shop.group.topics()[0]?.id ?? -1
  agent.sendText('Пишу уже в теме', { topic })
  await shop.settled()
  expect(anna.screen()).toContain('Пишу уже в теме')
  anna.sendText('Вижу вас')
  agent.tap('Решено', { messageId: card.message_id })
  await shop.settled()
  expect(findMessage(shop.group.messages({ topic }), 'Вижу вас')).toBeDefined()
  expect(anna.screen()).toContain(`№ ${number} решено`)
})

test('a ticket that was taken in General gets another topic, and words in the orphaned one still reach the customer', async () => {
  const shop = await openShop({ backoff })
  shop.sim.faults.add({ method: 'createForumTopic', kind: 'close-after' })
  const anna = shop.customer('Анна')
  const { number } = await fileTicket(shop, anna)
  const agent = shop.group.as(shop.agent('Олег'))
  agent.sendText('Отвечаю на карточку', {
    replyTo: findMessage(shop.group.messages({ topic: 0 }), `№ ${number}`).message_id,
  })
  await shop.settled()
  expect(anna.screen()).toContain('Отвечаю на карточку')
  const [orphaned, own] = shop.group.topics().map(({ id }) => id)
  agent.sendText('Пишу не туда', { topic: orphaned ?? -1 })
  anna.sendText('Вижу вас')
  await shop.settled()
  expect(anna.screen()).toContain('Пишу не туда')
  expect(findMessage(shop.group.messages({ topic: own ?? -1 }), 'Вижу вас')).toBeDefined()
})

for (const group of ['forum', 'supergroup'] as const) {
  test(`a card that came twice (${group}): the copy that is used stays, the other goes`, async () => {
    const shop = await openShop({ backoff, group })
    shop.sim.faults.add({ method: 'sendRichMessage', kind: 'close-after' })
    const anna = shop.customer('Анна')
    const { number } = await fileTicket(shop, anna)
    const cards = () =>
      shop.group.messages().filter((message) => wordsIn(message).startsWith(`№ ${number} ·`))
    expect(cards()).toHaveLength(2)
    const copy = cards()[0]?.message_id ?? 0
    const agent = shop.group.as(shop.agent('Олег'))
    await agent.tap('Взять', { messageId: copy }).answer()
    await shop.settled()
    expect(cards().map((message) => message.message_id)).toEqual([copy])
    expect(wordsIn(cards()[0])).toMatch(/· в работе\n/)
    agent.tap('Решено', { messageId: copy })
    await shop.settled()
    agent.sendText('Если что, пишите', { replyTo: copy })
    await shop.settled()
    expect(anna.screen()).toContain('Если что, пишите')
  })
}

test('in a plain group a reply to the copy of a card adopts it as well', async () => {
  const shop = await openShop({ backoff, group: 'supergroup' })
  shop.sim.faults.add({ method: 'sendRichMessage', kind: 'close-after' })
  const anna = shop.customer('Анна')
  const { number } = await fileTicket(shop, anna)
  const cards = () => shop.group.messages().filter((message) => wordsIn(message).startsWith(`№ ${number} ·`))
  const copy = cards()[0]?.message_id ?? 0
  shop.group.as(shop.agent('Олег')).sendText('Смотрим', { replyTo: copy })
  await shop.settled()
  expect(anna.screen()).toContain('Смотрим')
  expect(cards().map((message) => message.message_id)).toEqual([copy])
})
