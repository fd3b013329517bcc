import { expect, it } from 'vitest'
import type { Ticket } from '../../src/domain/ticket.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aMessage, anAttachment, aTicket, at, aUnit, commitUnit } from './fixtures.ts'

describeOnEachDatabase('the store of tickets', (provider) => {
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
})
