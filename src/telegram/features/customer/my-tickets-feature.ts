import { Composer } from 'grammy'
import { ownTicket } from '../../../app/route-customer-message.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { readTicketNumber } from '../../../domain/ticket-number.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { showScreen, tellCustomer } from '../../say.ts'
import { PAGE_SIZE, ticketList } from '../../views/ticket-list.ts'
import { ticketScreen } from '../../views/ticket-screen.ts'

/** Notes and the parts of albums among them are not shown one by one. */
const LAST_MESSAGES = 30

/** /tickets, /status NUMBER and the screens behind them: a customer's own tickets, nobody else's. */
export const myTicketsFeature = new Composer<DeskContext>()

myTicketsFeature.command(['tickets', 'my'], (ctx) => showList(ctx, 0))

myTicketsFeature.command('status', async (ctx) => {
  const typed = ctx.match.trim()
  if (typed === '') return showList(ctx, 0)
  const number = readTicketNumber(typed)
  const ticket = number === null ? null : await ctx.desk.stores.tickets.byNumber(number)
  if (ticket === null || ticket.customerId !== ctx.customer.id) {
    // The same words for a ticket that is not there and for a stranger's.
    tellCustomer(ctx, ctx.t.html('status-not-found', { typed: [...typed].slice(0, 40).join('') }))
    return
  }
  await showTicket(ctx, ticket, 0)
})

myTicketsFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind === 'tickets') return showList(ctx, tap.page)
  if (tap?.kind !== 'ticket') return next()
  const ticket = await ownTicket(ctx.desk, ctx.customer, tap.ticketId)
  if (ticket === null) return ctx.answerTap(ctx.t.plain('tap-not-yours'))
  await showTicket(ctx, ticket, tap.page)
})

async function showList(ctx: DeskContext, page: number): Promise<void> {
  const { tickets } = ctx.desk.stores
  const found = await tickets.pageOf(ctx.customer.id, page, PAGE_SIZE)
  const last = Math.max(0, Math.ceil(found.total / PAGE_SIZE) - 1)
  if (page > last) return showList(ctx, last)
  const screen = ticketList(ctx, found, page)
  showScreen(ctx, screen.html, screen.markup)
}

export async function showTicket(ctx: DeskContext, ticket: Ticket, page: number): Promise<void> {
  const { messages, events, tickets } = ctx.desk.stores
  const [last, steps, goesOn] = await Promise.all([
    messages.lastOf(ticket.id, LAST_MESSAGES),
    events.of(ticket.id),
    ticket.mergedIntoId === null ? null : tickets.byId(ticket.mergedIntoId),
  ])
  const story = { ticket, messages: last, events: steps, mergedInto: goesOn?.number ?? null }
  const screen = ticketScreen(ctx, story, page)
  showScreen(ctx, screen.html, screen.markup)
}
