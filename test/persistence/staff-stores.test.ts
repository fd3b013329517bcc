import { expect, it } from 'vitest'
import { StaleWriteError } from '../../src/domain/errors.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aTicket, at, aUnit, commitUnit, GROUP } from './fixtures.ts'

const aThread = {
  ticketId: 'ticket-1',
  chatId: GROUP,
  topicId: null,
  topicCallId: 'c1',
  cardCallId: 'c2',
  cardMessageId: null,
  cardForm: 'rich' as const,
  cardMenu: null,
}

describeOnEachDatabase('the stores of the staff groups', (provider) => {
  it('know where a ticket lives in the staff group', async () => {
    const database = await openTestDatabase(provider)
    const thread = aThread
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
      unit.threads.save(thread)
      unit.staffGroups.save({ chatId: GROUP, title: 'Поддержка', isForum: false })
    })
    const known = { ...thread, topicId: 77, topicCallId: null, cardMessageId: 78 }
    await commitUnit(database, (unit) => {
      unit.threads.save(known)
      unit.staffGroups.save({ chatId: GROUP, title: 'Поддержка', isForum: true })
    })
    const { threads, staffGroups } = database.stores
    expect(await threads.ofTicket('ticket-1')).toEqual(known)
    expect(await threads.byTopic(GROUP, 77)).toEqual(known)
    expect(await threads.byTopic(GROUP, 78)).toBeNull()
    expect(await staffGroups.byId(GROUP)).toEqual({ chatId: GROUP, title: 'Поддержка', isForum: true })
    expect(await staffGroups.byId(1)).toBeNull()
  })

  it('find unfinished tickets that live in another group than their own, the oldest first', async () => {
    const database = await openTestDatabase(provider)
    const live = [
      ['t1', 'delivery', 'open', -1, 3],
      ['t2', 'delivery', 'resolved', -1, 2],
      ['t3', 'payment', 'new', -1, 1],
      ['t4', 'delivery', 'closed', -1, 4],
      ['t5', 'delivery', 'new', -2, 5],
    ] as const
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      for (const [id, categoryId, status, chatId, second] of live) {
        unit.tickets.add(aTicket({ id, number: id, categoryId, status, createdAt: at(second) }), [])
        unit.threads.save({ ...aThread, ticketId: id, chatId })
      }
    })
    const idsOf = async (...asked: Parameters<typeof database.stores.threads.strayFrom>) =>
      (await database.stores.threads.strayFrom(...asked)).map((stray) => stray.ticketId)
    expect(await idsOf({ chatId: -2, only: null, except: ['payment'] }, 9)).toEqual(['t2', 't1'])
    expect(await idsOf({ chatId: -2, only: null, except: [] }, 2)).toEqual(['t3', 't2'])
    expect(await idsOf({ chatId: -1, only: ['payment'], except: [] }, 9)).toEqual([])
    expect(await database.stores.threads.strayFrom({ chatId: -3, only: ['payment'], except: [] }, 9)).toEqual(
      [{ ticketId: 't3', customerTelegramId: aCustomer().telegramId }],
    )
  })

  it('keep which id a group has now, also of one that was never looked at, and what else is known of it', async () => {
    const database = await openTestDatabase(provider)
    const group = { chatId: GROUP, title: 'Поддержка', isForum: true }
    await commitUnit(database, (unit) => unit.staffGroups.save(group))
    const unit = await aUnit(database)
    await unit.staffGroups.addMove(GROUP, -200)
    await unit.staffGroups.addMove(-5, -6)
    const moves = new Map([
      [GROUP, -200],
      [-5, -6],
    ])
    expect(await unit.staffGroups.moves()).toEqual(moves)
    expect(await database.stores.staffGroups.moves()).toEqual(new Map())
    await unit.commit('done')
    await commitUnit(database, (later) => later.staffGroups.save({ ...group, isForum: false }))
    expect(await database.stores.staffGroups.moves()).toEqual(moves)
    expect(await database.stores.staffGroups.byId(GROUP)).toEqual({ ...group, isForum: false })
  })

  it('keep a move once, though two heard of it at the same time', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => unit.staffGroups.save({ chatId: GROUP, title: '', isForum: false }))
    const [one, other] = [await aUnit(database), await aUnit(database, 'private:2')]
    for (const unit of [one, other]) await unit.staffGroups.addMove(GROUP, -200)
    await one.commit('done')
    await expect(other.commit('done')).rejects.toThrow(StaleWriteError)
  })
})
