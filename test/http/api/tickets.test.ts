import { expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { type Api, aKey, openApiShop } from '../../support/api-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import type { Shop } from '../../support/open-shop.ts'

const DESCRIPTION = 'Посылка лежит на складе третий день.'

function aTicketFor(person: Person, changes: object = {}) {
  const customer = { telegramId: person.user.id }
  const about = { category: 'delivery', problem: 'late', orderNumber: '12345678-0001' }
  return { customer, ...about, description: DESCRIPTION, ...changes }
}

/** Anna has filed a ticket in the bot, so she is known and has agreed. */
async function aKnownCustomer() {
  const opened = await openApiShop()
  const anna = opened.shop.customer()
  const { number } = await fileTicket(opened.shop, anna)
  return { ...opened, anna, number }
}

const ticketsOf = async (shop: Shop) =>
  (await queryTestDatabase(shop.location, 'SELECT number FROM tickets')).length

test('a ticket that another system files is confirmed to the customer, shown to the agents, and can be read', async () => {
  const { shop, api, anna } = await aKnownCustomer()
  const filed = await api.post('/api/v1/tickets', aTicketFor(anna))
  expect(filed).toMatchObject({
    status: 201,
    body: { ticket: { status: 'new', category: 'delivery', problem: 'late', assignee: null } },
  })
  const { number } = filed.body.ticket
  await shop.settled()
  expect(anna.screen()).toContain(`№ ${number} принято`)
  expect(shop.group.topics().some(({ name }) => name.startsWith(number))).toBe(true)
  const { body } = await api.get(`/api/v1/tickets/${number}`)
  expect(body).toMatchObject({
    number,
    description: DESCRIPTION,
    orderNumber: '12345678-0001',
    customer: { telegramId: anna.user.id, shopCustomerId: null },
    messages: [],
  })
})

test('the history of a ticket is read without what agents write for each other', async () => {
  const { shop, api, anna, number } = await aKnownCustomer()
  const agent = shop.group.as(shop.agent())
  const topic = shop.group.topics()[0]?.id ?? 0
  agent.sendText('Проверяем', { topic })
  await shop.settled()
  agent.sendText('// канарейка-заметка', { topic })
  anna.sendPhoto({ caption: 'Вот чек' })
  await shop.settled()
  const { body } = await api.get(`/api/v1/tickets/${number.replace('-', '')}`)
  expect(body.messages).toMatchObject([
    { author: 'agent', kind: 'text', text: 'Проверяем', agent: { name: null } },
    { author: 'customer', kind: 'photo', text: 'Вот чек', agent: null },
  ])
  expect(JSON.stringify(body)).not.toContain('канарейка')
  expect(body).toMatchObject({ status: 'open', assignee: { name: null } })
})

test('the list goes through all tickets by pages in the order of their changes, each once', async () => {
  const { shop, api, anna } = await aKnownCustomer()
  for (const _ of [1, 2, 3, 4]) await api.post('/api/v1/tickets', aTicketFor(anna))
  const first = await api.get('/api/v1/tickets?limit=2')
  const second = await api.get(`/api/v1/tickets?limit=2&cursor=${first.body.next}`)
  const third = await api.get(`/api/v1/tickets?limit=2&cursor=${second.body.next}`)
  expect(third.body.next).toBeNull()
  const all = [first, second, third].flatMap(({ body }) => body.tickets)
  expect(new Set(all.map(({ number }: { number: string }) => number)).size).toBe(5)
  const moments = all.map(({ updatedAt }: { updatedAt: string }) => updatedAt)
  expect(moments).toEqual([...moments].sort())

  const oldest = all[0].number
  await api.post(`/api/v1/tickets/${oldest}/status`, { action: 'resolve' })
  await shop.settled()
  const since = all[4].updatedAt
  const changed = await api.get(`/api/v1/tickets?updatedSince=${since}`)
  expect(changed.body.tickets.map(({ number }: { number: string }) => number)).toEqual([
    all[4].number,
    oldest,
  ])
  const resolved = await api.get('/api/v1/tickets?status=resolved,closed')
  expect(resolved.body.tickets).toMatchObject([{ number: oldest, status: 'resolved' }])
})

test('a message counts as a change of its ticket', async () => {
  const { shop, api, anna, number } = await aKnownCustomer()
  const { body: before } = await api.get(`/api/v1/tickets/${number}`)
  anna.sendText('Есть новости?')
  await shop.settled()
  const { body: after } = await api.get(`/api/v1/tickets/${number}`)
  expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt))
})

test('a status follows the life cycle: asked again it stays, and what can not be is refused', async () => {
  const { shop, api, anna, number } = await aKnownCustomer()
  const move = (action: string) => api.post(`/api/v1/tickets/${number}/status`, { action })
  expect(await move('pending')).toMatchObject({ status: 200, body: { ticket: { status: 'pending' } } })
  expect(await move('resolve')).toMatchObject({ status: 200, body: { ticket: { status: 'resolved' } } })
  expect(await move('pending')).toMatchObject({
    status: 409,
    body: { code: 'transition-refused', detail: "The ticket is resolved: that can't be done to it now." },
  })
  await shop.settled()
  expect(anna.screen()).toMatch(/Магазин.*№ \d{3}-\d{3} решено/s)
})

async function doneTwice(api: Api, path: string, body: object) {
  const headers = { 'idempotency-key': aKey() }
  const first = await api.post(path, body, headers)
  const again = await api.post(path, body, headers)
  expect([again.status, again.body]).toEqual([first.status, first.body])
  return first
}

test('asked again with the same key nothing is done twice, and the answer is the same', async () => {
  const { shop, api, anna, number } = await aKnownCustomer()
  const filed = await doneTwice(api, '/api/v1/tickets', aTicketFor(anna))
  const replied = await doneTwice(api, `/api/v1/tickets/${number}/replies`, { text: 'Отвечаем один раз.' })
  const moved = await doneTwice(api, `/api/v1/tickets/${number}/status`, { action: 'resolve' })
  await doneTwice(api, `/api/v1/tickets/${number}/status`, { action: 'pending' })
  expect([filed.status, replied.status, moved.status]).toEqual([201, 201, 200])
  await shop.settled()
  expect(await ticketsOf(shop)).toBe(2)
  const { body } = await api.get(`/api/v1/tickets/${number}`)
  expect(body.messages).toMatchObject([{ id: replied.body.messageId, text: 'Отвечаем один раз.' }])
  expect(anna.screen().match(/Отвечаем один раз/g)).toHaveLength(1)
})

test('a retry after a restart is answered as the first time', async () => {
  const { shop, api, anna } = await aKnownCustomer()
  const headers = { 'idempotency-key': aKey() }
  const first = await api.post('/api/v1/tickets', aTicketFor(anna), headers)
  await shop.restart()
  const again = await api.post('/api/v1/tickets', aTicketFor(anna), headers)
  expect([again.status, again.body]).toEqual([201, first.body])
  expect(await ticketsOf(shop)).toBe(2)
})

test('asked ten times at once it is done once, and all read the same', async () => {
  const { shop, api, anna } = await aKnownCustomer()
  const headers = { 'idempotency-key': aKey() }
  const asked = Array.from({ length: 10 }, () => api.post('/api/v1/tickets', aTicketFor(anna), headers))
  const numbers = (await Promise.all(asked)).map(({ status, body }) => `${status} ${body.ticket?.number}`)
  expect(new Set(numbers).size).toBe(1)
  expect(numbers[0]).toMatch(/^201 \d{3}-\d{3}$/)
  expect(await ticketsOf(shop)).toBe(2)
})

test('the same key for something else is refused; of another system it is another key', async () => {
  const { shop, api, crm, anna, number } = await aKnownCustomer()
  const headers = { 'idempotency-key': aKey() }
  const path = `/api/v1/tickets/${number}/replies`
  await api.post(path, { text: 'Раз' }, headers)
  expect(await api.post(path, { text: 'Два' }, headers)).toMatchObject({
    status: 422,
    body: { code: 'key-reused' },
  })
  expect((await api.post(`/api/v1/tickets/${number}/status`, { action: 'resolve' }, headers)).status).toBe(
    422,
  )
  expect((await crm.post(path, { text: 'Раз' }, headers)).status).toBe(201)
  await shop.settled()
  expect(anna.screen().match(/Раз/g)).toHaveLength(2)
})
