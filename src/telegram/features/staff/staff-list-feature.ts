import { Composer } from 'grammy'
import { findTickets } from '../../../app/find-tickets.ts'
import { isInScope, scopeOfGroup } from '../../../app/scope-of-group.ts'
import { dueSoon, QUEUE_FILTERS, type QueueFilter } from '../../../domain/queue.ts'
import { readTicketNumber } from '../../../domain/ticket-number.ts'
import { answerAgent, changeAnswer } from '../../answer-agent.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import { isListTap, type ListTap } from '../../callback-data/list-taps.ts'
import type { DeskContext } from '../../context.ts'
import { askedIn, findScreen } from '../../views/find-screen.ts'
import { historyScreen } from '../../views/history-screen.ts'
import { keyboard, type Screen } from '../../views/keyboard.ts'
import { queueScreen } from '../../views/queue-screen.ts'
import { ticketOfCommand } from './find-ticket.ts'

/** Of what is typed after /find. In characters. */
const TYPED_MAX = 100
const PAGE_SIZE = 10

/** /queue, /find, /history: an agent's look at the tickets of the group they ask in. */
export const staffListFeature = new Composer<DeskContext>()

staffListFeature.command('queue', async (ctx) => {
  const word = ctx.match.trim().toLowerCase()
  const filter = word === '' ? 'all' : QUEUE_FILTERS.find((one) => one === word)
  if (filter === undefined) return answer(ctx, said(ctx.t.html('queue-usage')))
  await answer(ctx, await queue(ctx, { filter, page: 0 }))
})

staffListFeature.command('find', async (ctx) => {
  const typed = ctx.match.replaceAll(/\s+/g, ' ').trim()
  if ([...typed].length > TYPED_MAX) return answer(ctx, said(ctx.t.html('find-too-long', { max: TYPED_MAX })))
  await answer(ctx, await find(ctx, typed, { kind: 'find', mode: 'exact', before: null }))
})

staffListFeature.command('history', async (ctx) => {
  const number = readTicketNumber(ctx.match)
  const { ticket } =
    number === null ? await ticketOfCommand(ctx) : { ticket: await ctx.desk.stores.tickets.byNumber(number) }
  const screen =
    ticket === null ? null : await history(ctx, { kind: 'history', ticketId: ticket.id, page: 0 })
  await answer(ctx, screen ?? said(ctx.t.html('history-usage')))
})

staffListFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap === null || !isListTap(tap)) return next()
  await turn(ctx, tap)
})

async function turn(ctx: DeskContext, tap: ListTap): Promise<void> {
  const screen = await screenOf(ctx, tap)
  if (screen === null) return ctx.answerTap(ctx.t.plain('tap-list-old'))
  changeAnswer(ctx, screen.html, screen.markup)
}

async function screenOf(ctx: DeskContext, tap: ListTap): Promise<Screen | null> {
  if (tap.kind === 'queue') return queue(ctx, tap)
  if (tap.kind === 'history') return history(ctx, tap)
  // The question is not kept anywhere but in the answer to it.
  const typed = askedIn(ctx.callbackQuery?.message)
  return typed === null ? null : find(ctx, typed, tap)
}

async function queue(
  ctx: DeskContext,
  place: { readonly filter: QueueFilter; readonly page: number },
): Promise<Screen> {
  const scope = await scopeOfGroup(ctx.desk, groupOf(ctx))
  const { rules, now } = ctx.desk
  const soon = dueSoon(rules.sla, now)
  const wanted = { ...place, agentId: ctx.agent.id, scope, dueSoon: soon, pageSize: PAGE_SIZE }
  return queueScreen(ctx, await ctx.desk.stores.overviews.queue(wanted), place)
}

async function find(
  ctx: DeskContext,
  typed: string,
  { mode, before }: Extract<ListTap, { kind: 'find' }>,
): Promise<Screen> {
  const from = before === null ? null : { mode, before }
  const found = typed === '' ? null : await findTickets(ctx.desk, groupOf(ctx), typed, from)
  if (found === null) return said(ctx.t.html('find-usage'))
  return findScreen(ctx, typed, found, { isFirst: before === null })
}

/** Null: there is no such ticket, or none of this group's. */
async function history(
  ctx: DeskContext,
  { ticketId, page }: Extract<ListTap, { kind: 'history' }>,
): Promise<Screen | null> {
  const ticket = await ctx.desk.stores.tickets.byId(ticketId)
  const scope = await scopeOfGroup(ctx.desk, groupOf(ctx))
  if (ticket === null || !isInScope(scope, ticket.categoryId)) return null
  const wanted = { customerId: ticket.customerId, scope, page, pageSize: PAGE_SIZE }
  const found = await ctx.desk.stores.overviews.ofCustomer(wanted)
  return historyScreen(ctx, ticket, found, page)
}

/** Whose tickets are asked for: of the group the agent acts in, also from their private chat. */
function groupOf({ staffChatId }: DeskContext): number {
  if (staffChatId === null) throw new Error('An agent asks outside any group of theirs')
  return staffChatId
}

async function answer(ctx: DeskContext, { html, markup }: Screen): Promise<void> {
  const { inline_keyboard: rows } = markup.reply_markup
  await answerAgent(ctx, html, rows.length === 0 ? {} : markup)
}

function said(html: string): Screen {
  return { html, markup: keyboard() }
}
