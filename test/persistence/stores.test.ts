import { expect, it } from 'vitest'
import type { StoredOrderFacts } from '../../src/app/shop-ports.ts'
import type { Draft } from '../../src/domain/intake/draft.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aMessage, anAttachment, aTicket, at, aUnit, commitUnit, NOON } from './fixtures.ts'

const draft: Draft = {
  id: 'd1',
  customerId: 'customer-1',
  categoryId: 'delivery',
  problemId: null,
  orderNumber: null,
  description: [{ text: 'Где посылка?', entities: [], messageId: 4 }],
  descriptionDone: false,
  attachments: [],
  photosDone: false,
  kept: [],
  editing: null,
  asked: 'problem',
  prompt: { callId: 'c1', messageId: null },
  precededById: null,
  updatedAt: at(7),
}

describeOnEachDatabase('the stores', (provider) => {
  it('keep people under big Telegram ids, and replace what they know of them', async () => {
    const database = await openTestDatabase(provider)
    const agent = { id: 'agent-1', telegramId: 7_999_999_999, displayName: null, createdAt: NOON }
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.agents.save(agent)
    })
    const changed = aCustomer({ firstName: 'Аня', username: null, language: 'en', unreachableSince: at(1) })
    await commitUnit(database, (unit) => {
      unit.customers.save(changed)
      unit.agents.save({ ...agent, displayName: 'Мария' })
    })
    const { customers, agents } = database.stores
    expect(await customers.byId('customer-1')).toEqual(changed)
    expect(await customers.byTelegramId(changed.telegramId)).toEqual(changed)
    expect(await customers.byTelegramId(1)).toBeNull()
    expect(await agents.byTelegramId(agent.telegramId)).toEqual({ ...agent, displayName: 'Мария' })
    expect(await agents.byId('nobody')).toBeNull()
  })

  it('keep what the shop said of an order, to each of its customers apart, and forget it in time', async () => {
    const database = await openTestDatabase(provider)
    const said: StoredOrderFacts = {
      orderNumber: '12345678-0001',
      shopCustomerId: '',
      facts: { found: true, belongs: null, date: '2026-11-12', items: ['Кружка'], status: 'В пути' },
      at: at(1),
    }
    const unknown = { found: false, belongs: null, date: null, items: [], status: null }
    const toAnna = { ...said, shopCustomerId: 'anna', facts: unknown, at: at(2) }
    await commitUnit(database, (unit) => {
      unit.orderFacts.save(said)
      unit.orderFacts.save(toAnna)
    })
    const { orderFacts } = database.stores
    const later = { ...toAnna, facts: said.facts, at: at(9) }
    await commitUnit(database, (unit) => unit.orderFacts.save(later))
    expect(await orderFacts.of(said.orderNumber, '')).toEqual(said)
    expect(await orderFacts.of(said.orderNumber, 'anna')).toEqual(later)
    expect(await orderFacts.of(said.orderNumber, 'boris')).toBeNull()
    expect(await database.pruneOrderFacts(at(5))).toBe(1)
    expect(await orderFacts.of(said.orderNumber, '')).toBeNull()
    expect(await orderFacts.of(said.orderNumber, 'anna')).toEqual(later)
  })

  it('keep drafts, parked messages and replay logs until they are removed', async () => {
    const database = await openTestDatabase(provider)
    const parked = {
      customerId: 'customer-1',
      id: 'p1',
      messages: [],
      precededById: null,
      questionCallId: 'c1',
    }
    const { drafts, conversations } = database.stores
    await commitUnit(database, (unit) => {
      unit.drafts.save(draft)
      unit.drafts.saveParked(parked)
      unit.conversations.write('key', 'first')
      unit.conversations.write('key', 'second')
    })
    expect(await drafts.of('customer-1')).toEqual(draft)
    expect(await drafts.parkedOf('customer-1')).toEqual(parked)
    expect(await conversations.read('key')).toBe('second')
    await commitUnit(database, (unit) => {
      unit.drafts.remove('customer-1')
      unit.drafts.removeParked('customer-1')
      unit.conversations.remove('key')
    })
    expect(await drafts.of('customer-1')).toBeNull()
    expect(await drafts.parkedOf('customer-1')).toBeNull()
    expect(await conversations.read('key')).toBeNull()
  })

  it('show a unit its own writes, and nobody else', async () => {
    const database = await openTestDatabase(provider)
    const unit = await aUnit(database)
    unit.customers.save(aCustomer())
    unit.tickets.add(aTicket(), [anAttachment()])
    unit.tickets.update(aTicket({ status: 'open', version: 2 }))
    unit.messages.add(aMessage())
    unit.drafts.save(draft)
    unit.conversations.write('key', 'value')
    unit.links.add({ chatId: 1, messageId: 2, subject: 's' })
    expect([await unit.links.isShown('s'), await unit.links.isShown('other')]).toEqual([true, false])
    for (const [stores, sees] of [
      [unit, true],
      [database.stores, false],
    ] as const) {
      expect((await stores.customers.byId('customer-1')) !== null).toBe(sees)
      expect((await stores.customers.byTelegramId(5_000_000_001)) !== null).toBe(sees)
      expect((await stores.tickets.byId('ticket-1'))?.version === 2).toBe(sees)
      expect((await stores.tickets.attachmentsOf('ticket-1')).length === 1).toBe(sees)
      expect((await stores.messages.byId('message-1')) !== null).toBe(sees)
      expect((await stores.drafts.of('customer-1')) !== null).toBe(sees)
      expect((await stores.conversations.read('key')) !== null).toBe(sees)
      expect((await stores.links.subjectOf(1, 2)) !== null).toBe(sees)
    }
    unit.drafts.remove('customer-1')
    unit.conversations.remove('key')
    expect(await unit.drafts.of('customer-1')).toBeNull()
    expect(await unit.conversations.read('key')).toBeNull()
    await unit.commit('done')
    expect(await database.stores.drafts.of('customer-1')).toBeNull()
  })
})
