import { expect, it } from 'vitest'
import type { AuditEntry, MacroPreview, OwnMacro } from '../../src/app/desk-ports.ts'
import { StaleWriteError } from '../../src/domain/errors.ts'
import type { TicketEvent } from '../../src/domain/ticket-message.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aTicket, at, aUnit, commitUnit, GROUP, NOON } from './fixtures.ts'

function anEntry(id: string, changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id,
    at: NOON,
    chatId: GROUP,
    actor: 'agent:oleg',
    role: 'supervisor',
    action: 'banned',
    subject: 'customer:customer-1',
    before: null,
    after: 'later',
    reason: 'insults',
    ticketId: 'ticket-1',
    customerId: 'customer-1',
    ...changes,
  }
}

function anEvent(id: string, seconds: number, ticketId = 'ticket-1'): TicketEvent {
  return { id, ticketId, kind: 'opened', actor: 'customer', before: null, after: 'new', at: at(seconds) }
}

function aThread(ticketId: string, chatId: number) {
  const nowhere = {
    topicId: null,
    topicCallId: null,
    cardMessageId: null,
    cardForm: 'plain' as const,
    cardMenu: null,
  }
  return { ...nowhere, ticketId, chatId, cardCallId: `card-${ticketId}` }
}

const MACRO: OwnMacro = { id: 'm1', agentId: 'oleg', name: 'Спасибо', text: 'Да, {name}', updatedAt: NOON }
const PREVIEW: MacroPreview = {
  id: 'p1',
  ticketId: 'ticket-1',
  agentId: 'oleg',
  chatId: GROUP,
  text: 'Да, Анна',
  status: 'open',
  createdAt: NOON,
}

describeOnEachDatabase("the desk's own stores", (provider) => {
  it('show the audit log of a group or a ticket, the newest first', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      for (const [id, chatId] of [
        ['ticket-1', GROUP],
        ['ticket-2', -5],
      ] as const) {
        unit.tickets.add(aTicket({ id, number: id === 'ticket-1' ? '111111' : '222222' }), [])
        unit.threads.save(aThread(id, chatId))
      }
      unit.audit.add(anEntry('a1'))
      unit.audit.add(anEntry('a2', { at: at(10), ticketId: null }))
      unit.audit.add(anEntry('a3', { at: at(20), chatId: -5, ticketId: 'ticket-2' }))
      for (const [id, seconds, ticket] of [
        ['e1', 1, 'ticket-1'],
        ['e2', 5, 'ticket-1'],
        ['e3', 6, 'ticket-2'],
      ] as const)
        unit.events.add(anEvent(id, seconds, ticket))
    })
    const { audit } = database.stores
    const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
    const group = { chatIds: [GROUP, -7], since: NOON }
    expect(await audit.entries(group, 1)).toEqual([anEntry('a2', { at: at(10), ticketId: null })])
    expect(ids(await audit.entries(group, 9))).toEqual(['a2', 'a1'])
    expect(ids(await audit.entries({ ...group, since: at(1) }, 9))).toEqual(['a2'])
    expect(ids(await audit.entries({ ticketId: 'ticket-2' }, 9))).toEqual(['a3'])
    expect(ids(await audit.events(group, 9))).toEqual(['e2', 'e1'])
    expect(ids(await audit.events({ ...group, since: at(2) }, 9))).toEqual(['e2'])
    expect(ids(await audit.events({ ticketId: 'ticket-2' }, 9))).toEqual(['e3'])
    expect(await database.pruneAudit(at(10))).toBe(1)
    expect(ids(await audit.entries(group, 9))).toEqual(['a2'])
  })

  it('change a ban beside whatever else is known of the customer', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => unit.customers.save(aCustomer()))
    const stale = await database.stores.customers.byId('customer-1')
    const banned = { ...aCustomer(), bannedUntil: at(60), banReason: 'insults' }
    await commitUnit(database, (unit) => unit.customers.saveBan(banned))
    await commitUnit(database, (unit) => unit.customers.noteBanTold('customer-1', at(5)))
    // Whoever has read the customer before the ban writes something else.
    await commitUnit(database, (unit) => unit.customers.save({ ...(stale ?? aCustomer()), firstName: 'Яна' }))
    expect(await database.stores.customers.byId('customer-1')).toEqual({
      ...banned,
      firstName: 'Яна',
      banToldAt: at(5),
    })
  })

  it("keep an agent's ready answers by name, whatever the case, one of a name", async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.macros.save(MACRO)
      unit.macros.save({ ...MACRO, id: 'm2', name: 'адрес' })
      unit.macros.save({ ...MACRO, id: 'm3', agentId: 'vera' })
    })
    const { macros } = database.stores
    expect(await macros.byName('oleg', 'СПАСИБО')).toEqual(MACRO)
    expect((await macros.of('oleg')).map(({ name }) => name)).toEqual(['адрес', 'Спасибо'])
    const again = commitUnit(database, (unit) => unit.macros.save({ ...MACRO, id: 'm4', name: 'спасибо' }))
    await expect(again).rejects.toThrow(StaleWriteError)
    await commitUnit(database, (unit) => unit.macros.save({ ...MACRO, text: 'Нет' }))
    expect(await macros.byId('m1')).toEqual({ ...MACRO, text: 'Нет' })
    await commitUnit(database, (unit) => unit.macros.remove(MACRO))
    expect(await macros.byId('m1')).toBeNull()
    await expect(commitUnit(database, (unit) => unit.macros.remove(MACRO))).rejects.toThrow(StaleWriteError)
  })

  it('keep one preview for an agent and a ticket, which is used once', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => unit.macros.savePreview(PREVIEW))
    const newer = { ...PREVIEW, id: 'p2', text: 'Нет, Анна' }
    await commitUnit(database, (unit) => unit.macros.savePreview(newer))
    const { macros } = database.stores
    expect(await macros.previewById('p1')).toBeNull()
    expect(await macros.previewById('p2')).toEqual(newer)
    const [one, other] = [await aUnit(database, 'one'), await aUnit(database, 'other')]
    one.macros.removePreview(newer)
    other.macros.removePreview(newer)
    await one.commit('done')
    await expect(other.commit('done')).rejects.toThrow(StaleWriteError)
  })

  it('go with the words of their ticket and their customer', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.macros.savePreview(PREVIEW)
      unit.audit.add(anEntry('a1'))
      unit.audit.add(anEntry('a2', { ticketId: null }))
      unit.audit.add(anEntry('a3', { ticketId: 'other', customerId: 'other' }))
    })
    const reasons = async () =>
      (await database.stores.audit.entries({ chatIds: [GROUP], since: NOON }, 9)).map((row) => [
        row.id,
        row.reason,
      ])
    const unit = await aUnit(database)
    await unit.erasure.strip({
      ticketIds: ['ticket-1'],
      subjects: [],
      streams: [],
      files: [],
      orderNumbers: [],
    })
    await unit.commit('done')
    expect(await database.stores.macros.previewById('p1')).toBeNull()
    expect(await reasons()).toEqual([
      ['a3', 'insults'],
      ['a2', 'insults'],
      ['a1', null],
    ])
    const person = { customerId: 'customer-1', chatId: 1, lane: 'private:1', shopCustomerId: null }
    await commitUnit(database, (unit) => unit.erasure.forgetPerson(person))
    expect(Object.fromEntries(await reasons())).toEqual({ a1: null, a2: null, a3: 'insults' })
  })

  it('know the guide of each group', async () => {
    const database = await openTestDatabase(provider)
    const guide = { chatId: GROUP, callId: 'c1', messageId: null }
    await commitUnit(database, (unit) => unit.guides.save(guide))
    await commitUnit(database, (unit) => unit.guides.save({ ...guide, messageId: 7 }))
    expect(await database.stores.guides.of(GROUP)).toEqual({ ...guide, messageId: 7 })
    expect(await database.stores.guides.of(-5)).toBeNull()
  })
})
