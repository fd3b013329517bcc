import { expect, it } from 'vitest'
import { StaleWriteError } from '../../src/domain/errors.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import {
  aCall,
  aCustomer,
  aMessage,
  anAttachment,
  anUpdate,
  aTicket,
  at,
  aUnit,
  BOT,
  claim,
  commitUnit,
  GROUP,
  NOON,
  putCalls,
} from './fixtures.ts'

describeOnEachDatabase('a unit of work', (provider) => {
  it('names for the log the tickets it writes to, by number, and nothing that people wrote', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
      unit.tickets.add(aTicket({ id: 'ticket-2', number: '999999' }), [])
    })
    const reading = await aUnit(database)
    await reading.tickets.byNumber('999999')
    expect(reading.trace()).toEqual({ isNotable: false, fields: {} })

    const writing = await aUnit(database)
    await writing.tickets.unfinishedOf('customer-1')
    writing.messages.add(aMessage())
    expect(writing.trace()).toEqual({ isNotable: false, fields: { tickets: ['123456'] } })
    const audit = { ticketId: 'ticket-1', actor: 'customer', at: NOON } as const
    writing.events.add({ ...audit, id: 'e1', kind: 'status-changed', before: 'new', after: 'open' })
    writing.events.add({ ...audit, id: 'e2', kind: 'message-edited', before: 'words', after: 'more words' })
    writing.send(aCall('c1'))
    expect(writing.trace()).toEqual({
      isNotable: true,
      fields: { tickets: ['123456'], changes: ['new → open', 'message-edited'], callIds: ['c1'] },
    })
  })

  it('commits everything it collected, with its event marked done', async () => {
    const database = await openTestDatabase(provider)
    const unit = await aUnit(database)
    unit.customers.save(aCustomer())
    unit.tickets.add(aTicket(), [anAttachment(), anAttachment({ id: 'attachment-2', position: 1 })])
    unit.events.add({
      id: 'e1',
      ticketId: 'ticket-1',
      kind: 'opened',
      actor: 'customer',
      before: null,
      after: null,
      at: NOON,
    })
    unit.messages.add(aMessage())
    unit.threads.save({
      ticketId: 'ticket-1',
      chatId: -100,
      topicId: null,
      topicCallId: 'c1',
      cardCallId: 'c2',
      cardMessageId: null,
      cardForm: 'plain',
      cardMenu: null,
    })
    unit.links.add({ chatId: 1, messageId: 2, subject: 'message:message-1' })
    unit.send(aCall('c1'))
    unit.send(aCall('c2'))
    unit.raise({ lane: 'topic:1', body: { kind: 'due', job: 'remind', data: { ticket: 'ticket-1' } } })
    expect(await database.stores.tickets.byId('ticket-1')).toBeNull()
    await unit.commit('done')

    const { stores, inbox, outbox } = database
    expect(await stores.tickets.byId('ticket-1')).toEqual(aTicket())
    expect(await stores.tickets.attachmentsOf('ticket-1')).toHaveLength(2)
    expect(await stores.messages.byId('message-1')).toEqual(aMessage())
    expect(await stores.links.subjectOf(1, 2)).toBe('message:message-1')
    expect((await outbox.waiting(0, 10)).map((call) => call.id)).toEqual(['c1', 'c2'])
    expect(await inbox.head('private:1', NOON, 10)).toEqual([])
    expect(await inbox.head('topic:1', NOON, 10)).toMatchObject([
      { body: { kind: 'due', job: 'remind', data: { ticket: 'ticket-1' } } },
    ])
  })

  it('writes nothing when one of its writes fails', async () => {
    const database = await openTestDatabase(provider)
    const unit = await aUnit(database)
    unit.customers.save(aCustomer())
    unit.send(aCall('c1'))
    unit.tickets.add(aTicket({ customerId: 'nobody' }), [])
    unit.conversations.write('key', 'value')
    await expect(unit.commit('done')).rejects.not.toThrow(StaleWriteError)

    expect(await database.stores.customers.byId('customer-1')).toBeNull()
    expect(await database.stores.conversations.read('key')).toBeNull()
    expect(await database.outbox.depth()).toBe(0)
    expect(await database.inbox.head('private:1', NOON, 10)).toHaveLength(1)
  })

  it('writes nothing after another owner has taken the lane', async () => {
    const database = await openTestDatabase(provider)
    const unit = await aUnit(database)
    unit.customers.save(aCustomer())
    await claim(database, 'private:1', 'worker-2', at(60))
    await expect(unit.commit('done')).rejects.toThrow(StaleWriteError)
    expect(await database.stores.customers.byId('customer-1')).toBeNull()
    expect(await database.inbox.head('private:1', at(60), 1)).toHaveLength(1)
  })

  it('writes nothing after its own process has lost the lane and taken it again', async () => {
    const database = await openTestDatabase(provider)
    const unit = await aUnit(database)
    await claim(database, 'private:1', 'worker-2', at(60))
    await claim(database, 'private:1', 'worker-1', at(120))
    await expect(unit.commit('done')).rejects.toThrow(StaleWriteError)
  })

  it('writes nothing when its event has been finished already', async () => {
    const database = await openTestDatabase(provider)
    await database.inbox.ingest(BOT, [anUpdate(1)], NOON)
    const lease = await claim(database, 'private:1')
    const [event] = await database.inbox.head('private:1', NOON, 1)
    if (!event) throw new Error('no head')
    const [first, second] = [
      database.beginUnit(event, lease, () => NOON),
      database.beginUnit(event, lease, () => NOON),
    ]
    first.send(aCall('c1'))
    second.send(aCall('c2'))
    await first.commit('done')
    await expect(second.commit('done')).rejects.toThrow(StaleWriteError)
    expect(await database.outbox.depth()).toBe(1)
  })

  it('refuses a ticket that somebody else has changed since', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
    })
    const mine = await aUnit(database, 'private:1')
    const theirs = await aUnit(database, 'topic:1')
    theirs.tickets.update(aTicket({ status: 'open', version: 2 }))
    await theirs.commit('done')
    mine.tickets.update(aTicket({ status: 'cancelled', version: 2 }))
    mine.send(aCall('c1'))
    await expect(mine.commit('done')).rejects.toThrow(StaleWriteError)
    expect(await database.stores.tickets.byId('ticket-1')).toMatchObject({ status: 'open', version: 2 })
    expect(await database.outbox.depth()).toBe(0)
  })

  it('lets one of ten writers of the same version through', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
    })
    const units = await Promise.all(
      Array.from({ length: 10 }, (_, index) => aUnit(database, `lane:${index}`)),
    )
    const commits = units.map((unit, index) => {
      unit.tickets.update(aTicket({ version: 2, description: `${index}` }))
      return unit.commit('done')
    })
    const ends = await Promise.allSettled(commits)
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(StaleWriteError)
  })

  it('refuses a ticket number that is taken', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
    })
    const unit = await aUnit(database)
    unit.tickets.add(aTicket({ id: 'ticket-2' }), [])
    await expect(unit.commit('done')).rejects.toThrow(StaleWriteError)
  })

  it('changes a ticket it has just added', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
      unit.tickets.update(aTicket({ status: 'open', version: 2 }))
      unit.tickets.update(aTicket({ status: 'pending', version: 3 }))
    })
    expect(await database.stores.tickets.byId('ticket-1')).toMatchObject({ status: 'pending', version: 3 })
  })

  it('takes back what waits of a stream, and names what is on its way', async () => {
    const database = await openTestDatabase(provider)
    const { outbox } = database
    await putCalls(database, aCall('c1'), aCall('c2'), aCall('c3', { stream: 'other' }), aCall('c4'))
    await outbox.markSending(['c1'], NOON)
    const unit = await aUnit(database)
    const { calls, flying } = await unit.recall(aCall('').stream)
    expect(calls.map((call) => [call.id, call.payload.text])).toEqual([
      ['c2', 'c2'],
      ['c4', 'c4'],
    ])
    expect(flying).toEqual(['c1'])
    unit.send(aCall('c5'))
    expect(await outbox.depth()).toBe(4)
    await unit.commit('done')
    expect((await outbox.waiting(0, 9)).map((call) => call.id)).toEqual(['c3', 'c5'])
    expect((await outbox.results(['c2'])).get('c2')?.status).toBe('superseded')
    expect([await outbox.depth(GROUP), await outbox.depth(-5)]).toEqual([3, 0])
  })

  it('writes nothing when what it took back has left in between', async () => {
    const database = await openTestDatabase(provider)
    await putCalls(database, aCall('c1'), aCall('c2'))
    const unit = await aUnit(database)
    await unit.recall(aCall('').stream)
    unit.send(aCall('c3'))
    await database.outbox.markSending(['c2'], NOON)
    await expect(unit.commit('done')).rejects.toThrow(StaleWriteError)
    expect((await database.outbox.waiting(0, 9)).map((call) => call.id)).toEqual(['c1'])
  })

  it('commits once', async () => {
    const unit = await aUnit(await openTestDatabase(provider))
    await unit.commit('done')
    await expect(unit.commit('done')).rejects.toThrow('committed before')
  })

  it('is the only way to write', async () => {
    const { stores } = await openTestDatabase(provider)
    expect(() => stores.customers.save(aCustomer())).toThrow('unit of work')
  })
})

describeOnEachDatabase('ten lanes at once', (provider) => {
  it('commit side by side, each all or nothing', async () => {
    const database = await openTestDatabase(provider)
    await Promise.all(
      Array.from({ length: 10 }, async (_, lane) => {
        for (let round = 0; round < 10; round++) {
          const id = `${lane}-${round}`
          const unit = await aUnit(database, `lane:${lane}`)
          unit.customers.save(aCustomer({ id, telegramId: lane * 100 + round }))
          unit.send(aCall(`${id}-1`))
          // Every third unit breaks in the middle, and must not pull its neighbours' writes down with it.
          const breaks = round % 3 === 2
          if (breaks) unit.tickets.add(aTicket({ id, number: id, customerId: 'nobody' }), [])
          unit.send(aCall(`${id}-2`))
          await unit.commit('done').catch((error: unknown) => {
            if (!breaks) throw error
          })
          if (breaks) await (await aUnit(database, `lane:${lane}`)).commit('done')
        }
      }),
    )
    const sent = (await database.outbox.waiting(0, 1000)).map((call) => call.id)
    const expected = Array.from({ length: 100 }, (_, index) => index)
      .filter((index) => (index % 10) % 3 !== 2)
      .flatMap((index) => [1, 2].map((part) => `${Math.floor(index / 10)}-${index % 10}-${part}`))
    expect([...sent].sort()).toEqual(expected.sort())
  })

  it('number the outbox in the order of commits: who has read up to a number has missed nothing below it', async () => {
    const database = await openTestDatabase(provider)
    let committed = 0
    const seen: string[] = []
    let last = 0
    const readOn = async () => {
      for (const call of await database.outbox.waiting(last, 1000)) {
        seen.push(call.id)
        last = call.seq
      }
    }
    const writers = Array.from({ length: 10 }, async (_, lane) => {
      for (let round = 0; round < 10; round++) {
        const unit = await aUnit(database, `lane:${lane}`)
        for (let part = 0; part < 3; part++) unit.send(aCall(`${lane}-${round}-${part}`))
        await unit.commit('done')
        committed++
      }
    })
    const reader = (async () => {
      while (committed < 100) await readOn()
      await readOn()
    })()
    await Promise.all([...writers, reader])
    expect(seen).toHaveLength(300)
    expect(new Set(seen).size).toBe(300)
  })
})
