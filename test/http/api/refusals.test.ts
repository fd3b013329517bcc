import { expect, test } from 'vitest'
import { FOREVER } from '../../../src/domain/ban.ts'
import { aKey, callApi, openApiShop } from '../../support/api-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { freePort } from '../../support/free-port.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

const DESCRIPTION = 'Посылка лежит на складе третий день.'
const ORDER = '12345678-0001'

async function aShopWithTicket() {
  const opened = await openApiShop()
  const anna = opened.shop.customer()
  const { number } = await fileTicket(opened.shop, anna)
  const filing = (changes: object = {}) => ({
    customer: { telegramId: anna.user.id },
    ...{ category: 'delivery', problem: 'late', orderNumber: ORDER, description: DESCRIPTION },
    ...changes,
  })
  return { ...opened, anna, number, filing }
}

/** Every address of the API, with a body that would do. */
function addresses(number: string, filing: object): [method: 'GET' | 'POST', path: string, body?: object][] {
  return [
    ['POST', '/api/v1/tickets', filing],
    ['GET', '/api/v1/tickets'],
    ['GET', `/api/v1/tickets/${number}`],
    ['POST', `/api/v1/tickets/${number}/replies`, { text: 'Подделка' }],
    ['POST', `/api/v1/tickets/${number}/status`, { action: 'resolve' }],
    ['GET', '/api/v1/requests/some-id'],
    ['GET', '/api/v1/nowhere'],
  ]
}

const stateOf = (shop: Shop) =>
  queryTestDatabase(
    shop.location,
    `SELECT (SELECT count(*) FROM api_requests) AS requests, (SELECT count(*) FROM tickets) AS tickets,
      (SELECT count(*) FROM ticket_messages) AS messages, (SELECT count(*) FROM tickets WHERE status <> 'new') AS moved`,
  )

test('without a token of ours every address is closed, in the same words, and nothing happens', async () => {
  const { shop, api, port, number, filing } = await aShopWithTicket()
  const before = await stateOf(shop)
  const refused = new Set<string>()
  for (const authorization of [
    '',
    'Bearer',
    'Bearer wrong-0123456789abcdef0123456789abcdef',
    'Bearer shop-0123456789abcdef0123456789abcdeF',
    'Bearer Магазин:shop-0123456789abcdef0123456789abcdef',
    'Basic c2hvcC0wMTIzNDU2Nzg5YWJjZGVm',
    'shop-0123456789abcdef0123456789abcdef',
  ]) {
    for (const [method, path, body] of addresses(number, filing())) {
      const headers = { authorization: encodeURI(authorization) }
      const answer = method === 'GET' ? await api.get(path, headers) : await api.post(path, body, headers)
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      refused.add(`${answer.status} ${JSON.stringify(answer.body)}`)
    }
  }
  expect([...refused]).toEqual([expect.stringMatching(/^401 .*"code":"unauthorized"/)])
  await shop.settled()
  expect(await stateOf(shop)).toEqual(before)
  // And what would have been wrong besides is not told to whoever is not let in.
  const raw = await fetch(`http://127.0.0.1:${port}/api/v1/tickets`, { method: 'POST', body: '{' })
  expect(raw.status).toBe(401)
})

test('without API_TOKENS there is no API', async () => {
  const port = await freePort()
  await openShop({ env: { PORT: String(port) } })
  expect((await callApi(port).get('/api/v1/openapi.json')).status).toBe(404)
  expect((await callApi(port).get('/api/v1/tickets')).status).toBe(404)
})

const LONG = 'ж'.repeat(3_001)

test('what does not fit is named field by field, without what is in it, and nothing happens', async () => {
  const { shop, api, number, filing } = await aShopWithTicket()
  const before = await stateOf(shop)
  const replies = `/api/v1/tickets/${number}/replies`
  const status = `/api/v1/tickets/${number}/status`
  const cases: [path: string, body: unknown, field: string][] = [
    ['/api/v1/tickets', '{"canary', ''],
    ['/api/v1/tickets', [], ''],
    ['/api/v1/tickets', null, ''],
    ['/api/v1/tickets', filing({ customer: {} }), 'customer'],
    ['/api/v1/tickets', filing({ customer: { telegramId: '5' } }), 'customer'],
    ['/api/v1/tickets', filing({ customer: { telegramId: 5, shopCustomerId: 'canary' } }), 'customer'],
    ['/api/v1/tickets', filing({ customer: { shopCustomerId: '' } }), 'customer.shopCustomerId'],
    ['/api/v1/tickets', filing({ category: 5 }), 'category'],
    ['/api/v1/tickets', filing({ problem: undefined }), 'problem'],
    ['/api/v1/tickets', filing({ orderNumber: 12 }), 'orderNumber'],
    ['/api/v1/tickets', filing({ description: 'canary' }), 'description'],
    ['/api/v1/tickets', filing({ description: LONG }), 'description'],
    ['/api/v1/tickets', filing({ description: 'canary canary \u0000' }), 'description'],
    ['/api/v1/tickets', filing({ priority: 'canary' }), ''],
    [replies, {}, 'text'],
    [replies, { text: '' }, 'text'],
    [replies, { text: ' \n\u200b' }, 'text'],
    [replies, { text: 'canary \ud800' }, 'text'],
    [replies, { text: 'ж'.repeat(4_097) }, 'text'],
    [replies, { text: ['canary'] }, 'text'],
    [status, { action: 'close' }, 'action'],
    [status, { action: 'canary' }, 'action'],
    [status, {}, 'action'],
  ]
  for (const [path, body, field] of cases) {
    const answer = await api.post(path, body)
    expect(answer, JSON.stringify(body)).toMatchObject({
      status: 400,
      body: {
        code: 'bad-request',
        errors: expect.arrayContaining([expect.objectContaining({ in: 'body', field })]),
      },
    })
    if (field !== '') expect(JSON.stringify(answer.body)).not.toContain('canary')
  }
  for (const query of [
    'limit=0',
    'limit=101',
    'limit=x',
    'status=canary',
    'status=new,',
    'updatedSince=1',
    'cursor=x',
    'page=2',
  ]) {
    const answer = await api.get(`/api/v1/tickets?${query}`)
    expect(answer, query).toMatchObject({
      status: 400,
      body: { code: 'bad-request', errors: [{ in: 'query' }] },
    })
  }
  await shop.settled()
  expect(await stateOf(shop)).toEqual(before)
})

test('a change needs a key, JSON, and at most 64 KB', async () => {
  const { shop, api, number } = await aShopWithTicket()
  const before = await stateOf(shop)
  const path = `/api/v1/tickets/${number}/replies`
  for (const key of ['', 'a b', 'ключ'.normalize('NFD').replace(/./gu, '\u00e9'), 'k'.repeat(201)]) {
    expect(await api.post(path, { text: 'Раз' }, { 'idempotency-key': key })).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'header', field: 'idempotency-key' }] },
    })
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
    const answer = await api.post(path, { text: 'Раз' }, { 'content-type': type })
    expect(answer).toMatchObject({ status: 415, body: { code: 'not-json' } })
  }
  const large = JSON.stringify({ text: 'x', more: 'x'.repeat(66_000) })
  expect(await api.post(path, large)).toMatchObject({ status: 413, body: { code: 'too-large' } })
  const pieces = await fetch(`${api.base}${path}`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer shop-0123456789abcdef0123456789abcdef',
      'content-type': 'application/json',
      'idempotency-key': aKey(),
    },
    body: new Blob([large]).stream(),
    duplex: 'half',
  } as RequestInit)
  expect(pieces.status).toBe(413)
  await shop.settled()
  expect(await stateOf(shop)).toEqual(before)
})

test('a ticket is filed by the rules of the form, for customers who know the desk and have agreed', async () => {
  const { shop, api, filing } = await aShopWithTicket()
  const stranger = shop.customer('Пётр')
  const newcomer = shop.customer('Вера')
  newcomer.sendText('/start')
  await shop.settled()
  const refusals: [changes: object, status: number, code: string][] = [
    [{ customer: { telegramId: stranger.user.id } }, 422, 'customer-unknown'],
    [{ customer: { shopCustomerId: 'c-42' } }, 422, 'customer-unknown'],
    [{ customer: { telegramId: newcomer.user.id } }, 409, 'customer-without-consent'],
    [{ category: 'canary' }, 422, 'category-unknown'],
    [{ problem: 'canary' }, 422, 'problem-unknown'],
    [{ orderNumber: undefined }, 422, 'order-number-missing'],
    [{ orderNumber: 'привет' }, 422, 'order-number-unreadable'],
    [{ description: `${' '.repeat(20)}коротко` }, 422, 'description-too-short'],
  ]
  for (const [changes, status, code] of refusals) {
    const answer = await api.post('/api/v1/tickets', filing(changes))
    expect(answer, code).toMatchObject({ status, body: { code, detail: expect.stringMatching(/\.$/) } })
  }
  expect(await stateOf(shop)).toMatchObject([{ tickets: 1 }])
  expect((await api.post('/api/v1/tickets', filing({ orderNumber: null }))).status).toBe(201)
})

test('a shop’s own id names its customer, unless several came with it, or they are leaving', async () => {
  const { shop, api, anna, filing } = await aShopWithTicket()
  const vera = shop.customer('Вера')
  await fileTicket(shop, vera)
  const set = async (column: string, value: string, telegramId: number) => {
    await shop.settled()
    const sql = `UPDATE customers SET "${column}" = '${value}' WHERE "telegramId" = ${telegramId}`
    await queryTestDatabase(shop.location, sql)
  }
  const file = () => api.post('/api/v1/tickets', filing({ customer: { shopCustomerId: 'c-42' } }))
  await set('shopCustomerId', 'c-42', anna.user.id)
  expect((await file()).status).toBe(201)
  await set('shopCustomerId', 'c-42', vera.user.id)
  expect(await file()).toMatchObject({ status: 409, body: { code: 'customer-ambiguous' } })
  await set('shopCustomerId', 'c-43', vera.user.id)
  await set('deletionAt', '2100-01-01T00:00:00.000+00:00', anna.user.id)
  expect(await file()).toMatchObject({ status: 409, body: { code: 'customer-leaving' } })
})

test('for a customer whom the agents have banned nothing is filed until the ban is over, and they are not told', async () => {
  const { shop, api, anna, number, filing } = await aShopWithTicket()
  const ban = (until: Date) =>
    queryTestDatabase(
      shop.location,
      `UPDATE customers SET "bannedUntil" = '${until.toISOString().replace('Z', '+00:00')}', "banReason" = 'canary'`,
    )
  const file = () => api.post('/api/v1/tickets', filing())
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  await shop.settled()
  const [state, screen] = [await stateOf(shop), anna.screen()]
  const until = inHours(3)
  await ban(until)
  const answer = await file()
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'customer-banned', detail: expect.stringContaining(`until ${until.toISOString()}`) },
  })
  expect(JSON.stringify(answer.body)).not.toContain('canary')
  await ban(FOREVER)
  expect(await file()).toMatchObject({
    status: 409,
    body: { code: 'customer-banned', detail: expect.stringContaining('without an end') },
  })
  await shop.settled()
  expect([(await stateOf(shop))[0]?.tickets, anna.screen()]).toEqual([state[0]?.tickets, screen])
  const reply = await api.post(`/api/v1/tickets/${number}/replies`, { text: 'Ищем' })
  expect(reply.status).toBe(201)
  await ban(inHours(-1))
  expect((await file()).status).toBe(201)
})

test('what is not there, or somebody else’s, is not found', async () => {
  const { api, crm, number } = await aShopWithTicket()
  for (const wrong of ['999-998', '12', 'ticket', '%00', '..%2Ftickets']) {
    const answers = [
      await api.get(`/api/v1/tickets/${wrong}`),
      await api.post(`/api/v1/tickets/${wrong}/replies`, { text: 'Раз' }),
      await api.post(`/api/v1/tickets/${wrong}/status`, { action: 'resolve' }),
    ]
    for (const answer of answers)
      expect(answer, wrong).toMatchObject({ status: 404, body: { code: 'ticket-not-found' } })
  }
  await api.post(`/api/v1/tickets/${number}/replies`, { text: 'Раз' })
  expect(await api.get('/api/v1/nowhere')).toMatchObject({ status: 404, body: { code: 'not-found' } })
  for (const caller of [api, crm])
    expect(await caller.get('/api/v1/requests/some-id')).toMatchObject({
      status: 404,
      body: { code: 'request-not-found' },
    })
})
