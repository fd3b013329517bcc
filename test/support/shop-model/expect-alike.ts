import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import { wordsIn } from '../message-words.ts'
import type { Shop } from '../open-shop.ts'
import { markersIn, type RealShop, type RealTicket, type ShopModel, type TicketModel } from './shop-model.ts'

/** Steps a status may take, as the life cycle's table in the documentation has them. */
const LEGAL = new Set([
  ...['new>open', 'new>pending', 'new>resolved', 'new>cancelled'],
  ...['open>pending', 'open>resolved', 'open>cancelled'],
  ...['pending>open', 'pending>resolved', 'pending>cancelled'],
  ...['resolved>open', 'resolved>closed'],
])

/** One lost answer doubles a whole album, and albums here have two parts. */
const MOST_PARTS = 2

type Ask = (sql: string, ...values: string[]) => Record<string, unknown>[]

/** Holds the shop against the model. @throws AssertionError that says in what they differ */
export function expectAlike(model: ShopModel, real: RealShop): void {
  asking(real.shop, (ask) => {
    let copies = 0
    for (const [n, ticket] of model.tickets.entries()) {
      const its = real.tickets[n]
      if (its === undefined) throw new Error('The shop has fewer tickets than the model')
      expectStatus(ask, ticket, its)
      expectHistory(ask, ticket, its)
      copies += expectShown(ticket, its, real)
    }
    const explained = model.lostAnswers * MOST_PARTS
    expect(copies, 'second copies, all tickets together').toBeLessThanOrEqual(explained)
  })
}

/** What is not worked or not sent yet. */
export function waitingIn(shop: Shop): { events: number; calls: number } {
  return asking(shop, (ask) => {
    const count = (sql: string) => Number(ask(sql)[0]?.n)
    return {
      events: count("SELECT count(*) AS n FROM inbox_events WHERE status = 'waiting'"),
      calls: count("SELECT count(*) AS n FROM outbox_calls WHERE status IN ('waiting', 'sending')"),
    }
  })
}

function asking<T>({ location }: Shop, question: (ask: Ask) => T): T {
  const file = new BetterSqlite3(join(location.dataDir, 'desk.db'), { readonly: true })
  try {
    return question((sql, ...values) => file.prepare(sql).all(...values) as Record<string, unknown>[])
  } finally {
    file.close()
  }
}

/** Where it stands, and that every step which led there was a legal one. */
function expectStatus(ask: Ask, ticket: TicketModel, { id }: RealTicket): void {
  expect(ask('SELECT status FROM tickets WHERE id = ?', id), `status of ${ticket.name}`).toEqual([
    { status: ticket.status },
  ])
  const steps = ask(
    `SELECT "before", "after" FROM ticket_events WHERE ticketId = ? AND kind = 'status-changed' ORDER BY seq`,
    id,
  )
  let at: unknown = 'new'
  for (const step of steps) {
    expect(step.before, `${ticket.name}: the audit's steps follow each other`).toBe(at)
    expect(LEGAL, `${ticket.name}: a legal step`).toContain(`${step.before}>${step.after}`)
    at = step.after
  }
  expect(at, `${ticket.name}: the audit ends at its status`).toBe(ticket.status)
}

/** Everything said stands in the ticket's own history, once and in order, and nothing else does. */
function expectHistory(ask: Ask, ticket: TicketModel, { id }: RealTicket): void {
  const rows = ask('SELECT author, content FROM ticket_messages WHERE ticketId = ? ORDER BY seq', id)
  const of = (author: string) =>
    rows.filter((row) => row.author === author).flatMap((row) => markersIn(String(row.content)))
  expect(of('customer'), `${ticket.name}: what the customer said`).toEqual(ticket.toStaff)
  expect(of('agent'), `${ticket.name}: what agents said`).toEqual(ticket.toCustomer)
  expect(of('note'), `${ticket.name}: notes`).toEqual(ticket.notes)
}

/** @returns how many second copies the other sides show */
function expectShown(ticket: TicketModel, its: RealTicket, { shop }: RealShop): number {
  const fromBot = (messages: readonly Message[]) =>
    messages
      .filter((message) => message.from?.id === shop.sim.botId)
      .map(wordsIn)
      // A ticket's own screen and a topic made anew quote what was said last.
      .filter((text) => !text.includes('Последние сообщения'))
  for (const topic of shop.group.topics().filter(({ name }) => name.startsWith(its.number))) {
    const inTopic = fromBot(shop.group.messages({ topic: topic.id })).flatMap(markersIn)
    const strangers = inTopic.filter((marker) => !marker.startsWith(`⟦${ticket.name}.`))
    expect(strangers, `in the topic of ${ticket.name}`).toEqual([])
  }
  const chat = fromBot(its.customer.messages())
  const told = chat.flatMap(markersIn)
  expect(
    ticket.notes.filter((note) => told.includes(note)),
    'notes the customer can read',
  ).toEqual([])
  const still = ticket.toStaff.slice(ticket.seenBefore)
  return (
    surplus(still, fromBot(shop.group.messages()), ticket.name) +
    surplus(ticket.toCustomer, chat, ticket.name)
  )
}

/** All there and in order of their first copies. @returns how many copies too many there are */
function surplus(expected: readonly string[], shown: readonly string[], name: string): number {
  const found = shown.flatMap(markersIn).filter((marker) => expected.includes(marker))
  expect([...new Set(found)], `${name}: shown on the other side`).toEqual(expected)
  return found.length - expected.length
}
