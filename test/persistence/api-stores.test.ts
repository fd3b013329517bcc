import { expect, it } from 'vitest'
import type { ApiRequest, ChangeFilter } from '../../src/app/api-ports.ts'
import { StaleWriteError } from '../../src/domain/errors.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aMessage, aTicket, at, aUnit, claim, commitUnit, NOON } from './fixtures.ts'

function aRequest(changes: Partial<ApiRequest> = {}): ApiRequest {
  return {
    ...{ id: 'request-1', client: 'Магазин', key: 'key-1', fingerprint: 'f', name: 'reply' },
    ...{ outcome: null, createdAt: NOON },
    ...changes,
  }
}

const EVENT = { lane: 'private:1', data: { text: 'Привет' } }

describeOnEachDatabase('what other systems ask for', (provider) => {
  it('is stored with its event in one commit, once for each key of a system', async () => {
    const database = await openTestDatabase(provider)
    const { apiRequests, inbox } = database
    expect(await apiRequests.put(aRequest(), EVENT)).toBe(true)
    expect(await apiRequests.put(aRequest({ id: 'request-2' }), EVENT)).toBe(false)
    expect(await apiRequests.put(aRequest({ id: 'request-3', client: 'CRM' }), EVENT)).toBe(true)
    expect(await apiRequests.byKey('Магазин', 'key-1')).toEqual(aRequest())
    expect(await apiRequests.byId('request-2')).toBeNull()
    const events = await inbox.head('private:1', NOON, 10)
    expect(events.map(({ body }) => body)).toEqual([
      { kind: 'request', id: 'request-1', name: 'reply', data: { text: 'Привет' } },
      { kind: 'request', id: 'request-3', name: 'reply', data: { text: 'Привет' } },
    ])
  })

  it('asked many times at once is stored once', async () => {
    const database = await openTestDatabase(provider)
    const asked = Array.from({ length: 8 }, (_, n) =>
      database.apiRequests.put(aRequest({ id: `request-${n}` }), EVENT),
    )
    expect((await Promise.all(asked)).filter((isNew) => isNew)).toHaveLength(1)
    expect(await database.inbox.head('private:1', NOON, 10)).toHaveLength(1)
  })

  it('has one outcome: a second one throws, and nothing of its unit is written', async () => {
    const database = await openTestDatabase(provider)
    await database.apiRequests.put(aRequest(), EVENT)
    const lease = await claim(database, 'private:1')
    const [event] = await database.inbox.head('private:1', NOON, 1)
    if (!event) throw new Error('not stored')
    const unit = database.beginUnit(event, lease, () => NOON)
    expect(await unit.apiRequests.byId('request-1')).toEqual(aRequest())
    unit.apiRequests.finish('request-1', '{"kind":"failed"}')
    await unit.commit('done')
    expect(await database.apiRequests.byId('request-1')).toMatchObject({ outcome: '{"kind":"failed"}' })

    const second = await aUnit(database, 'private:2')
    second.customers.save(aCustomer())
    second.apiRequests.finish('request-1', '{}')
    await expect(second.commit('done')).rejects.toBeInstanceOf(StaleWriteError)
    expect(await database.stores.customers.byId('customer-1')).toBeNull()
  })

  it('is forgotten after a while', async () => {
    const database = await openTestDatabase(provider)
    await database.apiRequests.put(aRequest(), EVENT)
    await database.apiRequests.put(aRequest({ id: 'request-2', key: 'key-2', createdAt: at(9) }), EVENT)
    expect(await database.apiRequests.prune(at(5))).toBe(1)
    expect(await database.apiRequests.byId('request-1')).toBeNull()
    expect(await database.apiRequests.byId('request-2')).not.toBeNull()
  })
})

describeOnEachDatabase('tickets by their changes', (provider) => {
  const ALL: ChangeFilter = { statuses: null, since: null, after: null, limit: 10 }

  it('come the longest unchanged first, page by page, also where many changed in one moment', async () => {
    const database = await openTestDatabase(provider)
    const { changedTickets } = database.stores
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      for (let n = 0; n < 5; n += 1) {
        const status = n < 3 ? 'new' : 'closed'
        unit.tickets.add(aTicket({ id: `t${n}`, number: `10000${n}`, status }), [])
      }
    })
    const later = await aUnit(database, 'private:1', at(60))
    later.tickets.update(aTicket({ id: 't1', number: '100001', version: 2 }))
    await later.commit('done')
    const message = await aUnit(database, 'private:1', at(120))
    message.messages.add(aMessage({ ticketId: 't0' }))
    await message.commit('done')

    const ids = async (filter: Partial<ChangeFilter>) =>
      (await changedTickets.page({ ...ALL, ...filter })).map(({ ticket }) => ticket.id)
    expect(await ids({})).toEqual(['t2', 't3', 't4', 't1', 't0'])
    expect(await ids({ limit: 2 })).toEqual(['t2', 't3'])
    expect(await ids({ after: { updatedAt: NOON, id: 't3' } })).toEqual(['t4', 't1', 't0'])
    expect(await ids({ since: at(60) })).toEqual(['t1', 't0'])
    expect(await ids({ since: at(60), after: { updatedAt: at(60), id: 't1' } })).toEqual(['t0'])
    expect(await ids({ statuses: ['closed'] })).toEqual(['t3', 't4'])
    expect(await ids({ statuses: ['new', 'closed'], limit: 3 })).toEqual(['t2', 't3', 't4'])
    expect(await changedTickets.byNumber('100000')).toEqual({
      ticket: aTicket({ id: 't0', number: '100000' }),
      updatedAt: at(120),
    })
    expect(await changedTickets.byNumber('999999')).toBeNull()
  })

  it('and customers by the id of the shop’s own', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer({ shopCustomerId: 'c-42' }))
      unit.customers.save(aCustomer({ id: 'customer-2', telegramId: 2, shopCustomerId: 'c-42' }))
      unit.customers.save(aCustomer({ id: 'customer-3', telegramId: 3 }))
    })
    const { customers } = database.stores
    expect(await customers.ofShop('c-42', 1)).toHaveLength(1)
    expect((await customers.ofShop('c-42', 5)).map(({ id }) => id).sort()).toEqual([
      'customer-1',
      'customer-2',
    ])
    expect(await customers.ofShop('c-43', 5)).toEqual([])
  })
})
