import { expect, it } from 'vitest'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aTicket, at, aUnit, commitUnit, GROUP, NOON } from './fixtures.ts'

const aPlace = { chatId: GROUP, agentId: 'oleg', name: 'Олег', username: null, seenAt: NOON }

describeOnEachDatabase('the stores of the agents’ work', (provider) => {
  it('keep a ticket’s tags, each once, and see what the same unit has written', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
      for (const tag of ['срочно', 'брак', 'брак']) unit.tags.add('ticket-1', tag)
    })
    const unit = await aUnit(database)
    expect(await unit.tags.of('ticket-1')).toEqual(['брак', 'срочно'])
    unit.tags.remove('ticket-1', 'срочно')
    unit.tags.remove('ticket-1', 'never-there')
    unit.tags.add('ticket-1', 'брак')
    unit.tags.add('ticket-1', 'возврат')
    expect(await unit.tags.of('ticket-1')).toEqual(['брак', 'возврат'])
    await unit.commit('done')
    expect(await database.stores.tags.of('ticket-1')).toEqual(['брак', 'возврат'])
    expect(await database.stores.tags.of('ticket-2')).toEqual([])
  })

  it('know who was seen last in a group, until they leave it', async () => {
    const database = await openTestDatabase(provider)
    const vera = { ...aPlace, agentId: 'vera', name: 'Вера', username: 'vera', seenAt: at(60) }
    await commitUnit(database, (unit) => {
      unit.agentPlaces.save(aPlace)
      unit.agentPlaces.save(vera)
      unit.agentPlaces.save({ ...aPlace, chatId: -5, agentId: 'petr' })
    })
    const { agentPlaces } = database.stores
    expect(await agentPlaces.lately(GROUP, 9)).toEqual([vera, aPlace])
    expect(await agentPlaces.lately(GROUP, 1)).toEqual([vera])
    expect(await agentPlaces.of(GROUP, 'petr')).toBeNull()
    const unit = await aUnit(database)
    unit.agentPlaces.remove(GROUP, 'vera')
    unit.agentPlaces.remove(GROUP, 'nobody')
    unit.agentPlaces.save({ ...aPlace, seenAt: at(90) })
    expect(await unit.agentPlaces.lately(GROUP, 9)).toEqual([{ ...aPlace, seenAt: at(90) }])
    await unit.commit('done')
    expect(await agentPlaces.of(GROUP, 'vera')).toBeNull()
    expect(await agentPlaces.of(GROUP, 'oleg')).toEqual({ ...aPlace, seenAt: at(90) })
  })

  it('keep a card’s menu without touching what else has changed of the thread', async () => {
    const database = await openTestDatabase(provider)
    const thread = {
      ...{ ticketId: 'ticket-1', chatId: GROUP, topicId: null, topicCallId: 'c1', cardCallId: 'c2' },
      ...{ cardMessageId: null, cardForm: 'rich' as const, cardMenu: null },
    }
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
      unit.threads.save(thread)
    })
    const late = await aUnit(database)
    late.threads.saveMenu(thread, 'more')
    expect((await late.threads.ofTicket('ticket-1'))?.cardMenu).toBe('more')
    await commitUnit(
      database,
      (unit) => unit.threads.save({ ...thread, topicId: 7, topicCallId: null }),
      'private:2',
    )
    await late.commit('done')
    expect(await database.stores.threads.ofTicket('ticket-1')).toEqual({
      ...thread,
      topicId: 7,
      topicCallId: null,
      cardMenu: 'more',
    })
  })

  it('count a customer’s earlier tickets, and find the duplicates that were merged into one', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      for (const n of [1, 2, 3])
        unit.tickets.add(aTicket({ id: `t${n}`, number: `10000${n}`, createdAt: at(n) }), [])
      unit.tickets.update(
        aTicket({ id: 't1', number: '100001', createdAt: at(1), mergedIntoId: 't3', version: 2 }),
      )
    })
    const unit = await aUnit(database)
    expect(await unit.tickets.countBefore('customer-1', at(3))).toBe(2)
    expect(await unit.tickets.countBefore('nobody', at(3))).toBe(0)
    unit.tickets.update(
      aTicket({ id: 't2', number: '100002', createdAt: at(2), mergedIntoId: 't3', version: 2 }),
    )
    expect((await unit.tickets.mergedInto('t3')).map(({ id }) => id)).toEqual(['t1', 't2'])
    expect(await unit.tickets.mergedInto('t1')).toEqual([])
  })
})
