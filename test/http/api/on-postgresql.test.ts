import { describe, expect, test } from 'vitest'
import { aKey, openApiShop } from '../../support/api-story.ts'
import { placeTestDatabase } from '../../support/database.ts'
import { openEventReceiver } from '../../support/event-receiver.ts'
import { fileTicket } from '../../support/file-ticket.ts'

describe.skipIf(!process.env.TEST_DATABASE_URL)('the API on PostgreSQL', () => {
  test('files, answers, moves and lists, each change once however often it is asked at once', async () => {
    const { url } = await placeTestDatabase('postgresql')
    const receiver = await openEventReceiver()
    const { shop, api } = await openApiShop({ databaseUrl: url ?? '', env: receiver.env })
    const anna = shop.customer()
    await fileTicket(shop, anna)
    const filing = {
      ...{ customer: { telegramId: anna.user.id }, category: 'delivery', problem: 'late', orderNumber: null },
      description: 'Посылка лежит на складе третий день.',
    }
    const often = async (path: string, body: object) => {
      const headers = { 'idempotency-key': aKey() }
      const all = await Promise.all(Array.from({ length: 6 }, () => api.post(path, body, headers)))
      expect(new Set(all.map((one) => `${one.status} ${JSON.stringify(one.body)}`)).size).toBe(1)
      return all[0]
    }
    const filed = await often('/api/v1/tickets', filing)
    const path = `/api/v1/tickets/${filed?.body.ticket.number}`
    expect((await often(`${path}/replies`, { text: 'Ищем' }))?.status).toBe(201)
    expect((await often(`${path}/status`, { action: 'resolve' }))?.status).toBe(200)
    await shop.settled()
    const { body } = await api.get(path)
    expect(body).toMatchObject({
      status: 'resolved',
      messages: [{ text: 'Ищем', agent: { name: 'Магазин' } }],
    })
    expect(anna.screen().match(/Ищем/g)).toHaveLength(1)
    const { body: list } = await api.get('/api/v1/tickets')
    expect(list.tickets.map(({ status }: { status: string }) => status)).toEqual(['new', 'resolved'])
    expect([receiver.faults, receiver.taken().length]).toEqual([[], 6])
  }, 60_000)
})
