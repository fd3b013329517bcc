import { expect, test } from 'vitest'
import { FIRST_QUEUE, QUEUES } from '../../src/delivery/outgoing-call.ts'
import {
  daysKept,
  deletionDueAt,
  exportAllowedAt,
  forgotten,
  keptUntil,
  stripped,
} from '../../src/domain/forgetting.ts'
import { aCustomer } from '../persistence/fixtures.ts'
import { aTicket } from './builders.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

test('a deletion is due a week after it was asked for', () => {
  expect(deletionDueAt(NOW)).toEqual(new Date('2026-12-01T12:00:00Z'))
})

test('one export an hour', () => {
  expect(exportAllowedAt({ exportedAt: null }, NOW)).toBeNull()
  expect(exportAllowedAt({ exportedAt: NOW }, later(0.9))).toEqual(later(1))
  expect(exportAllowedAt({ exportedAt: NOW }, later(1))).toBeNull()
})

test('of a forgotten customer nothing is left but the row and the language', () => {
  const customer = aCustomer({ shopCustomerId: 's', email: 'a@b.ru', deletionAt: NOW, exportedAt: NOW })
  const { id, language, languageChosen, createdAt } = customer
  expect(forgotten(customer, () => 7)).toEqual({
    ...{ id, language, languageChosen, createdAt },
    telegramId: 2 ** 52 + 2 ** 51 + 7,
    firstName: '',
    lastName: null,
    username: null,
    consentAt: null,
    unreachableSince: null,
    pace: null,
    shopCustomerId: null,
    email: null,
    deletionAt: null,
    exportedAt: null,
    bannedUntil: null,
    banReason: null,
    banToldAt: null,
  })
})

test('the placeholder is nobody’s id: beyond Telegram’s and the queues’, and still a whole number', () => {
  const ids = [0, 2 ** 47 - 1].map((random) => forgotten(aCustomer(), () => random).telegramId)
  const taken = Math.max(FIRST_QUEUE, ...Object.values(QUEUES).flat())
  for (const id of ids) expect([id > taken, Number.isSafeInteger(id)]).toEqual([true, true])
})

test('a stripped ticket keeps its figures', () => {
  const ticket = aTicket({ description: 'Канарейка', orderNumber: '1', replyTo: 'a@b.ru', status: 'closed' })
  const bare = { description: '', orderNumber: null, replyTo: null, strippedAt: NOW }
  expect(stripped(ticket, NOW)).toEqual({ ...ticket, ...bare })
})

test('a ticket says for how many days it was kept', () => {
  const endedAt = keptUntil(NOW, 90)
  expect(endedAt).toEqual(new Date('2026-08-26T12:00:00Z'))
  expect(daysKept({ endedAt, strippedAt: later(5) })).toBe(90)
  expect(daysKept({ endedAt: null, strippedAt: null })).toBe(0)
})
