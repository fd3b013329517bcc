import { expect, it } from 'vitest'
import type { StoredOrderFacts } from '../../src/app/shop-ports.ts'
import type { Draft } from '../../src/domain/intake/draft.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import type { TicketEvent } from '../../src/domain/ticket-message.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aMessage, anAttachment, aTicket, at, aUnit, commitUnit, GROUP, NOON } from './fixtures.ts'

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

  it('find a ticket by number and list the unfinished ones, the newest first', async () => {
    const database = await openTestDatabase(provider)
    const statuses = ['new', 'closed', 'resolved', 'cancelled', 'pending'] as const
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.customers.save(aCustomer({ id: 'customer-2', telegramId: 2 }))
      statuses.forEach((status, index) => {
        unit.tickets.add(
          aTicket({ id: `t${index}`, number: `10000${index}`, status, createdAt: at(index) }),
          [],
        )
      })
      unit.tickets.add(aTicket({ id: 't9', number: '100009', customerId: 'customer-2' }), [])
    })
    const { tickets } = database.stores
    expect((await tickets.unfinishedOf('customer-1')).map((ticket) => ticket.id)).toEqual(['t4', 't2', 't0'])
    expect(await tickets.byNumber('100009')).toMatchObject({ id: 't9', customerId: 'customer-2' })
    expect(await tickets.byNumber('999999')).toBeNull()
  })

  it('show a customer tickets by pages, the newest first', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      for (let index = 0; index < 7; index++) {
        // All at the same moment: pages must not overlap for that.
        unit.tickets.add(aTicket({ id: `t${index}`, number: `10000${index}` }), [])
      }
    })
    const { tickets } = database.stores
    const pages = await Promise.all([0, 1, 2, 3].map((page) => tickets.pageOf('customer-1', page, 3)))
    expect(pages.map((page) => page.tickets.map((ticket) => ticket.id))).toEqual([
      ['t6', 't5', 't4'],
      ['t3', 't2', 't1'],
      ['t0'],
      [],
    ])
    expect(pages.map((page) => page.total)).toEqual([7, 7, 7, 7])
    expect(await tickets.pageOf('nobody', 0, 3)).toEqual({ tickets: [], total: 0 })
  })

  it('find the ticket that holds a part of an album, among attachments and messages', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [anAttachment({ albumId: 'album-1' })])
      unit.tickets.add(aTicket({ id: 'ticket-2', number: '2' }), [])
      unit.messages.add(aMessage({ ticketId: 'ticket-2', albumId: 'album-2' }))
    })
    const { tickets } = database.stores
    expect((await tickets.byAlbum('customer-1', 'album-1'))?.id).toBe('ticket-1')
    expect((await tickets.byAlbum('customer-1', 'album-2'))?.id).toBe('ticket-2')
    expect(await tickets.byAlbum('customer-1', 'album-3')).toBeNull()
    expect(await tickets.byAlbum('customer-2', 'album-1')).toBeNull()
  })

  it('find the tickets of whose promises agents are to be told, the longest due first', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      const add = (id: string, slaNextAt: Date | null) =>
        unit.tickets.add(aTicket({ id, number: id, slaNextAt, slaTold: 'fw' }), [])
      add('second', at(20))
      add('first', at(10))
      add('never', null)
      add('later', at(51))
      add('now', at(50))
    })
    const { tickets } = database.stores
    expect((await tickets.slaDue(at(50), 10)).map(({ id }) => id)).toEqual(['first', 'second', 'now'])
    expect(await tickets.slaDue(at(50), 1)).toMatchObject([
      { id: 'first', slaTold: 'fw', resolveBy: at(7200) },
    ])
    const first = aTicket({ id: 'first', number: 'first', slaNextAt: null, version: 2 })
    await commitUnit(database, (unit) => unit.tickets.update(first))
    expect((await tickets.slaDue(at(50), 10)).map(({ id }) => id)).toEqual(['second', 'now'])
    expect(await tickets.byId('first')).toEqual(first)
  })

  it('show a ticket’s history with what the same unit has put into it', async () => {
    const database = await openTestDatabase(provider)
    const event = (id: string, ticketId = 'ticket-1'): TicketEvent => ({
      ...{ id, ticketId, kind: 'priority-changed', actor: 'agent:a', before: 'standard', after: 'urgent' },
      at: at(1),
    })
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
      unit.tickets.add(aTicket({ id: 'ticket-2', number: '2' }), [])
      unit.events.add(event('e1'))
    })
    const unit = await aUnit(database)
    unit.events.add(event('e2'))
    unit.events.add(event('e3', 'ticket-2'))
    expect((await unit.events.of('ticket-1')).map(({ id }) => id)).toEqual(['e1', 'e2'])
    await unit.commit('done')
    expect(await database.stores.events.of('ticket-1')).toEqual([event('e1'), event('e2')])
  })

  it('find what has been resolved long enough, the oldest first', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      const add = (id: string, status: 'resolved' | 'closed', seconds: number) =>
        unit.tickets.add(aTicket({ id, number: id, status, resolvedAt: at(seconds) }), [])
      add('late', 'resolved', 50)
      add('second', 'resolved', 20)
      add('first', 'resolved', 10)
      add('closed', 'closed', 5)
      add('third', 'resolved', 30)
    })
    const { tickets } = database.stores
    const due = await tickets.resolvedBefore(at(50), 10)
    expect(due.map((ticket) => ticket.id)).toEqual(['first', 'second', 'third'])
    expect(await tickets.resolvedBefore(at(50), 2)).toHaveLength(2)
    await commitUnit(database, (unit) => {
      const first = due[0] as Ticket
      unit.tickets.update({ ...first, closingToldAt: at(40), version: first.version + 1 })
    })
    const unwarned = await tickets.unwarnedBefore(at(50), 10)
    expect(unwarned.map((ticket) => ticket.id)).toEqual(['second', 'third'])
  })

  it('keep attachments in their order, also those that come later', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [anAttachment({ id: 'a1', position: 1 }), anAttachment({ id: 'a0' })])
    })
    const unit = await aUnit(database)
    const later = anAttachment({ id: 'a2', position: 2, kind: 'document', fileName: 'чек.pdf', size: null })
    unit.tickets.addAttachment(later)
    expect((await unit.tickets.attachmentsOf('ticket-1')).map(({ id }) => id)).toEqual(['a0', 'a1', 'a2'])
    await unit.commit('done')
    expect(await database.stores.tickets.attachmentsOf('ticket-1')).toEqual([
      anAttachment({ id: 'a0' }),
      anAttachment({ id: 'a1', position: 1 }),
      later,
    ])
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

  it('keep a ticket’s history in the order it was written', async () => {
    const database = await openTestDatabase(provider)
    const event = (id: string): TicketEvent => ({
      ...{ id, ticketId: 'ticket-1', kind: 'status-changed', actor: 'agent:agent-1' },
      ...{ before: 'new', after: 'open', at: NOON },
    })
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
      for (const id of ['m3', 'm1', 'm2']) {
        unit.messages.add(aMessage({ id, sourceMessageId: Number(id.slice(1)) }))
        unit.events.add(event(`e-${id}`))
      }
    })
    const { messages, events } = database.stores
    expect((await messages.lastOf('ticket-1', 2)).map(({ id }) => id)).toEqual(['m1', 'm2'])
    expect((await messages.lastOf('ticket-1', 9)).map(({ id }) => id)).toEqual(['m3', 'm1', 'm2'])
    expect(await events.of('ticket-1')).toEqual([event('e-m3'), event('e-m1'), event('e-m2')])
  })

  it('find a message by where it was written, and replace it', async () => {
    const database = await openTestDatabase(provider)
    const mirrored = aMessage({
      author: 'agent',
      agentId: 'agent-1',
      sourceChatId: GROUP,
      mirrorCallId: 'c1',
    })
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
      unit.messages.add(mirrored)
    })
    const edited = { ...mirrored, editedAt: at(1), retractedAt: at(2) }
    await commitUnit(database, (unit) => unit.messages.update(edited))
    const { messages } = database.stores
    expect(await messages.bySource(GROUP, 20)).toEqual(edited)
    expect(await messages.bySource(GROUP, 21)).toBeNull()
    expect(await messages.byId('message-1')).toEqual(edited)
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
