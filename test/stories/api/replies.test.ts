import { expect, test } from 'vitest'
import { openApiShop } from '../../support/api-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import type { ShopOptions } from '../../support/open-shop.ts'
import { findMessage } from '../../support/staff-story.ts'

async function aTicketOf(options: ShopOptions = {}) {
  const opened = await openApiShop(options)
  const { shop, api } = opened
  const anna = shop.customer()
  const oleg = shop.agent()
  const { number, topic = 0 } = await fileTicket(shop, anna)
  const reply = async (text: string) => {
    const answer = await api.post(`/api/v1/tickets/${number}/replies`, { text })
    await shop.settled()
    return answer
  }
  return { ...opened, anna, agent: shop.group.as(oleg), number, topic, reply }
}

test.each(['forum', 'supergroup'] as const)(
  'a reply of another system reaches the customer, and the agents read it in the ticket’s place (%s)',
  async (group) => {
    const { shop, anna, agent, number, topic, reply } = await aTicketOf({ group, ticketCard: 'plain' })
    expect(await reply('Курьер будет <завтра> & позвонит.')).toMatchObject({
      status: 201,
      body: { ticket: { status: 'open', assignee: { name: 'Магазин' } } },
    })
    const atAnna = findMessage(anna.messages(), 'Курьер будет')
    expect(wordsIn(atAnna)).toBe(`Магазин · № ${number}\nКурьер будет <завтра> & позвонит.`)
    const atStaff = findMessage(shop.group.messages({ topic }), 'Курьер будет')
    expect(wordsIn(atStaff)).toBe(`Магазин · ответ клиенту по № ${number}\nКурьер будет <завтра> & позвонит.`)
    if (topic === 0) expect(wordsIn(atStaff.reply_to_message as never)).toContain(number)

    // What agents write in reply to it answers the very words the customer has read, and the other way round.
    agent.sendText('Дополню', { ...(topic === 0 ? {} : { topic }), replyTo: atStaff.message_id })
    anna.sendText('Спасибо, жду', { replyTo: atAnna.message_id })
    await shop.settled()
    expect(findMessage(anna.messages(), 'Дополню').reply_to_message?.message_id).toBe(atAnna.message_id)
    const thanks = findMessage(shop.group.messages({ topic }), 'Спасибо, жду')
    expect(thanks.reply_to_message?.message_id).toBe(atStaff.message_id)
  },
)

test('a reply as long as Telegram takes goes out whole on both sides', async () => {
  const { shop, anna, topic, reply } = await aTicketOf()
  const text = `Начало ${'ж'.repeat(4_083)} конец`
  expect((await reply(text)).status).toBe(201)
  expect(wordsIn(findMessage(anna.messages(), 'Начало'))).toBe(text)
  expect(wordsIn(findMessage(shop.group.messages({ topic }), 'Начало'))).toBe(text)
})

test('agents can take back what another system has written', async () => {
  const { shop, api, anna, agent, number, topic, reply } = await aTicketOf()
  await reply('Это ошибка')
  const shown = findMessage(shop.group.messages({ topic }), 'Это ошибка')
  agent.sendText('/retract', { topic, replyTo: shown.message_id })
  await shop.settled()
  expect(anna.screen()).not.toContain('Это ошибка')
  const { body } = await api.get(`/api/v1/tickets/${number}`)
  expect(body.messages).toMatchObject([{ text: null, retractedAt: expect.any(String) }])
})

test('the deletion of a customer’s data takes what other systems wrote along, and asks Telegram for nothing it can not do', async () => {
  const { shop, api, anna, number, reply } = await aTicketOf()
  await reply('Канарейка из другой программы')
  const sql = `UPDATE customers SET "deletionAt" = '2020-01-01T00:00:00.000+00:00' WHERE "telegramId" = ${anna.user.id}`
  await queryTestDatabase(shop.location, sql)
  await shop.desk().sweep()
  await shop.settled()
  const { body } = await api.get(`/api/v1/tickets/${number}`)
  expect(body).toMatchObject({ status: 'cancelled', description: '', customer: null, messages: [] })
  expect(await reply('Ещё одно')).toMatchObject({ status: 409, body: { code: 'ticket-deleted' } })
  for (const table of ['ticket_messages', 'api_requests', 'outbox_calls', 'inbox_events']) {
    const rows = await queryTestDatabase(shop.location, `SELECT * FROM ${table}`)
    expect(JSON.stringify(rows), table).not.toContain('Канарейка')
  }
  expect(shop.group.screen()).not.toContain('Канарейка')
})

test('a reply to a customer who has blocked the bot is shown to the agents at once, and to the customer when they are back', async () => {
  const { shop, anna, number, topic, reply } = await aTicketOf({ mayBeRefused: true })
  anna.block()
  await shop.settled()
  expect((await reply('Пока вас не было')).status).toBe(201)
  expect(wordsIn(findMessage(shop.group.messages({ topic }), 'Пока вас не было'))).toContain(number)
  anna.unblock()
  anna.sendText('/start')
  await shop.settled()
  expect(anna.screen()).toContain('Пока вас не было')
})
