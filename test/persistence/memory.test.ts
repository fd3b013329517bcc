import { expect, it } from 'vitest'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aTicket, at, aUnit, commitUnit, NOON } from './fixtures.ts'

const oleg = { id: 'oleg', telegramId: 700, displayName: 'Олег', createdAt: NOON }
const taken = {
  id: 'e1',
  ticketId: 'ticket-1',
  kind: 'assigned',
  actor: 'system',
  before: null,
  at: at(1),
} as const

describeOnEachDatabase('what a store remembers of what it has read', (provider) => {
  it('is nothing where it lives as long as the process: it tells what others have written since', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.agents.save(oleg)
      unit.tickets.add(aTicket(), [])
    })
    const { agents, customers, events } = database.stores
    expect((await agents.byTelegramId(700))?.displayName).toBe('Олег')
    expect((await customers.byTelegramId(aCustomer().telegramId))?.firstName).toBe('Анна')
    expect(await events.of('ticket-1')).toEqual([])
    await commitUnit(database, (unit) => {
      unit.agents.save({ ...oleg, displayName: 'Вера' })
      unit.customers.save(aCustomer({ firstName: 'Мария' }))
      unit.events.add({ ...taken, after: 'oleg' })
    })
    expect((await agents.byId('oleg'))?.displayName).toBe('Вера')
    expect((await customers.byId('customer-1'))?.firstName).toBe('Мария')
    expect(await events.of('ticket-1')).toHaveLength(1)
  })

  it('is the unit’s in a unit: it sees one state, and its own writes on top', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.agents.save(oleg)
      unit.tickets.add(aTicket(), [])
    })
    const unit = await aUnit(database)
    expect((await unit.agents.byTelegramId(700))?.displayName).toBe('Олег')
    expect(await unit.events.of('ticket-1')).toEqual([])
    await commitUnit(database, (other) => {
      other.agents.save({ ...oleg, displayName: 'Вера' })
      other.events.add({ ...taken, after: 'vera' })
    })
    expect((await unit.agents.byId('oleg'))?.displayName).toBe('Олег')
    unit.events.add({ ...taken, id: 'e2', after: 'oleg' })
    expect((await unit.events.of('ticket-1')).map(({ id }) => id)).toEqual(['e2'])
    unit.agents.save({ ...oleg, displayName: 'Пётр' })
    expect((await unit.agents.byId('oleg'))?.displayName).toBe('Пётр')
  })

  it('is, of a ticket that the unit adds, what the unit has put there itself', async () => {
    const database = await openTestDatabase(provider)
    const unit = await aUnit(database)
    unit.customers.save(aCustomer())
    unit.tickets.add(aTicket(), [])
    unit.tags.add('ticket-1', 'брак')
    unit.events.add({ ...taken, after: 'oleg' })
    expect(await unit.tags.of('ticket-1')).toEqual(['брак'])
    expect(await unit.events.of('ticket-1')).toHaveLength(1)
    expect(await unit.tickets.attachmentsOf('ticket-1')).toEqual([])
    expect(await unit.tickets.mergedInto('ticket-1')).toEqual([])
    await unit.commit('done')
    expect(await database.stores.tags.of('ticket-1')).toEqual(['брак'])
  })
})
