import { expect, it } from 'vitest'
import type { TicketEvent } from '../../src/domain/ticket-message.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aMessage, aTicket, at, aUnit, commitUnit, GROUP, NOON } from './fixtures.ts'

describeOnEachDatabase('the stores of a ticket’s history', (provider) => {
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
})
