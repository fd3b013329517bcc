import { expect, it } from 'vitest'
import { FIRST_QUEUE } from '../../src/delivery/outgoing-call.ts'
import type { MediaContent } from '../../src/domain/message-content.ts'
import { type Database, openDatabase } from '../../src/persistence/open-database.ts'
import {
  describeOnEachDatabase,
  openTestDatabase,
  placeTestDatabase,
  queryTestDatabase,
} from '../support/database.ts'
import {
  aCall,
  aCustomer,
  aMessage,
  anAttachment,
  aTicket,
  at,
  aUnit,
  commitUnit,
  GROUP,
  NOON,
  putCalls,
} from './fixtures.ts'

const CHAT = 5_000_000_001
const LANE = `private:${CHAT}`

function aFile(fileUniqueId: string): MediaContent {
  const nothing = { fileName: null, mimeType: null, size: 1, caption: null }
  return { kind: 'photo', fileId: `id-${fileUniqueId}`, fileUniqueId, ...nothing }
}

function aCopy(fileUniqueId: string) {
  const file = { path: 'attachments/x', size: 1, sha256: 'x', mimeType: null, changedAt: NOON }
  return { ...file, fileUniqueId, state: 'stored' as const }
}

/** Two customers with a ticket each; the files `both` and `spoken` are in both tickets. */
async function twoCustomers(database: Database): Promise<void> {
  await commitUnit(database, (unit) => {
    unit.customers.save(aCustomer())
    unit.customers.save(aCustomer({ id: 'customer-2', telegramId: 2 }))
    const file = (id: string, ticketId: string, fileUniqueId: string) =>
      anAttachment({ id, ticketId, fileUniqueId })
    unit.tickets.add(aTicket(), [file('a1', 'ticket-1', 'own'), file('a2', 'ticket-1', 'both')])
    unit.tickets.add(aTicket({ id: 'ticket-2', number: '2', customerId: 'customer-2' }), [
      file('a3', 'ticket-2', 'both'),
    ])
    const say = (id: string, ticketId: string, fileUniqueId: string, sourceMessageId: number) =>
      unit.messages.add(aMessage({ id, ticketId, content: aFile(fileUniqueId), sourceMessageId }))
    say('m1', 'ticket-1', 'said', 1)
    say('m2', 'ticket-1', 'spoken', 2)
    say('m3', 'ticket-2', 'spoken', 3)
    for (const id of ['own', 'both', 'said', 'spoken']) unit.storedFiles.add(aCopy(id))
    const rating = { categoryId: 'delivery', agentId: null, score: 2, comment: 'плохо', at: NOON } as const
    for (const ticketId of ['ticket-1', 'ticket-2']) unit.ratings.save({ ticketId, ...rating })
  })
}

describeOnEachDatabase('the erasure store', (provider) => {
  it('knows which copies belong to these tickets alone', async () => {
    const database = await openTestDatabase(provider)
    await twoCustomers(database)
    const { erasure } = database.stores
    expect([...(await erasure.filesOnlyOf(['ticket-1']))].sort()).toEqual(['own', 'said'])
    expect(await erasure.filesOnlyOf(['ticket-2'])).toEqual([])
    expect([...(await erasure.filesOnlyOf(['ticket-1', 'ticket-2']))].sort()).toEqual([
      'both',
      'own',
      'said',
      'spoken',
    ])
  })

  it('follows the file of an edited message', async () => {
    const database = await openTestDatabase(provider)
    await twoCustomers(database)
    await commitUnit(database, (unit) => {
      unit.messages.update(aMessage({ id: 'm1', content: aFile('both'), sourceMessageId: 1 }))
    })
    expect(await database.stores.erasure.filesOnlyOf(['ticket-1'])).toEqual(['own'])
  })

  it('strips a ticket of its words, files, links and calls, and leaves the other one alone', async () => {
    const database = await openTestDatabase(provider)
    await twoCustomers(database)
    const thread = { chatId: GROUP, topicId: 7, topicCallId: null, cardCallId: 'c', cardMessageId: 1 }
    await commitUnit(database, (unit) => {
      for (const ticketId of ['ticket-1', 'ticket-2'])
        unit.threads.save({ ticketId, ...thread, cardForm: 'plain', cardMenu: null })
      for (const ticketId of ['ticket-1', 'ticket-2']) {
        unit.tags.add(ticketId, 'брак')
        for (const kind of ['tagged', 'transfer-reason', 'assigned'] as const) {
          const words = { before: 'слова', after: 'слова' }
          unit.events.add({ id: `${kind}-${ticketId}`, ticketId, kind, actor: 'agent:a', at: NOON, ...words })
        }
      }
      unit.links.add({ chatId: GROUP, messageId: 10, subject: 'm:ticket-1:m1' })
      unit.links.add({ chatId: CHAT, messageId: 11, subject: 'm:ticket-1:m1' })
      unit.links.add({ chatId: GROUP, messageId: 12, subject: 'm:ticket-2:m3' })
    })
    await putCalls(
      database,
      aCall('waits', { stream: 'ticket:ticket-1' }),
      aCall('file', { stream: 'file:own', chatId: FIRST_QUEUE + 1 }),
      aCall('other', { stream: 'ticket:ticket-2' }),
    )
    expect(await database.stores.erasure.copiesOf(['m:ticket-1:m1'])).toEqual([
      { chatId: GROUP, messageId: 10 },
    ])
    const unit = await aUnit(database)
    await unit.erasure.strip({
      ticketIds: ['ticket-1'],
      subjects: ['m:ticket-1:m1'],
      streams: ['ticket:ticket-1', 'file:own'],
      files: ['own', 'said'],
      orderNumbers: [],
    })
    await unit.commit('done')
    const { tickets, messages, links, ratings, storedFiles, tags, events } = database.stores
    expect(await tags.of('ticket-1')).toEqual([])
    expect(await tags.of('ticket-2')).toEqual(['брак'])
    expect((await events.of('ticket-1')).map(({ kind, after }) => [kind, after])).toEqual([
      ['tagged', null],
      ['transfer-reason', null],
      ['assigned', 'слова'],
    ])
    expect((await events.of('ticket-2')).map(({ after }) => after)).toEqual(['слова', 'слова', 'слова'])
    expect(await tickets.attachmentsOf('ticket-1')).toEqual([])
    expect(await messages.of('ticket-1')).toEqual([])
    expect(await links.isShown('m:ticket-1:m1')).toBe(false)
    expect(await ratings.of('ticket-1')).toMatchObject({ score: 2, comment: null })
    expect(await storedFiles.of('own')).toBeNull()
    expect(await storedFiles.of('both')).not.toBeNull()
    expect((await messages.of('ticket-2')).map(({ id }) => id)).toEqual(['m3'])
    expect(await ratings.of('ticket-2')).toMatchObject({ comment: 'плохо' })
    expect(await links.isShown('m:ticket-2:m3')).toBe(true)
    expect((await database.outbox.waiting(0, 10)).map(({ id }) => id)).toEqual(['other'])
  })

  it('knows what is on its way to a chat or in a stream', async () => {
    const database = await openTestDatabase(provider)
    await putCalls(database, aCall('c1', { chatId: CHAT, stream: 's1' }), aCall('c2', { stream: 's2' }))
    const { erasure } = database.stores
    expect(await erasure.isBusy(CHAT, ['s2'])).toBe(false)
    await database.outbox.markSending(['c2'], NOON)
    expect([await erasure.isBusy(CHAT, []), await erasure.isBusy(CHAT, ['s2'])]).toEqual([false, true])
    await database.outbox.markSending(['c1'], NOON)
    expect(await erasure.isBusy(CHAT, [])).toBe(true)
  })

  it('forgets a chat: what waits for it, what was reported to it, and what came from it', async () => {
    const location = await placeTestDatabase(provider)
    const database = await openDatabase(location)
    const report = { lane: LANE, when: 'always', data: null } as const
    await putCalls(
      database,
      aCall('to-them', { chatId: CHAT }),
      aCall('about-them', { report }),
      aCall('of-others', { chatId: 2, report: { ...report, lane: 'private:50000000011' } }),
    )
    await commitUnit(database, () => undefined, LANE)
    const unit = await aUnit(database, LANE)
    const person = { customerId: 'customer-1', chatId: CHAT, lane: LANE, shopCustomerId: null }
    unit.erasure.forgetPerson(person)
    unit.send(aCall('farewell', { chatId: CHAT }))
    await unit.commit('done')
    expect((await database.outbox.waiting(0, 10)).map(({ id }) => id)).toEqual(['of-others', 'farewell'])

    await database.outbox.markSending(['farewell'], NOON)
    const [farewell] = await database.outbox.orphans('me', at(60))
    if (farewell === undefined) throw new Error('No farewell')
    await database.outbox.settle([{ call: farewell, status: 'sent', result: {}, maybeTwice: false }], NOON)
    await putCalls(database, aCall('new-life', { chatId: CHAT }))
    const last = await aUnit(database, 'forgotten')
    await last.erasure.forgetRails({ chatId: CHAT, lane: LANE, lastCallId: 'farewell' })
    await last.commit('done')
    const calls = await queryTestDatabase(location, 'SELECT id FROM outbox_calls ORDER BY seq')
    expect(calls.map(({ id }) => id)).toEqual(['of-others', 'new-life'])
    const lanes = `SELECT lane FROM inbox_events UNION SELECT key FROM lanes`
    const names = (await queryTestDatabase(location, lanes)).map(({ lane }) => lane)
    expect(names).not.toContain(LANE)
    expect(names).toContain('private:1')
    await database.close()
  })

  it('finds who is to be forgotten and which tickets have been kept for long enough, the longest due first', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      const due = [at(-10), at(-20), at(10), null]
      due.forEach((deletionAt, index) => {
        unit.customers.save(aCustomer({ id: `c${index}`, telegramId: index + 1, deletionAt }))
      })
      const ended = [at(-10), at(-20), at(10), null]
      ended.forEach((endedAt, index) => {
        unit.tickets.add(aTicket({ id: `t${index}`, number: `${index}`, customerId: 'c0', endedAt }), [])
      })
      const gone = { id: 't9', number: '9', customerId: 'c0', endedAt: at(-30), strippedAt: at(-1) }
      unit.tickets.add(aTicket(gone), [])
    })
    const { customers, tickets } = database.stores
    expect((await customers.toForget(NOON, 10)).map(({ id }) => id)).toEqual(['c1', 'c0'])
    expect((await tickets.endedBefore(NOON, 10)).map(({ id }) => id)).toEqual(['t1', 't0'])
    expect((await tickets.endedBefore(NOON, 1)).map(({ id }) => id)).toEqual(['t1'])
    expect((await tickets.allOf('c0')).length).toBe(5)
  })
})
