import { Composer } from 'grammy'
import { findTickets } from '../../../app/find-tickets.ts'
import { meetAgent } from '../../../app/meet-people.ts'
import { isInScope, scopeOfGroup } from '../../../app/scope-of-group.ts'
import { QUEUE_FILTERS, type QueueFilter } from '../../../domain/queue.ts'
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
  answer(ctx, await queue(ctx, { chatId: ctx.chat.id, filter, page: 0 }))
})

staffListFeature.command('find', async (ctx) => {
  const typed = ctx.match.replaceAll(/\s+/g, ' ').trim()
  if ([...typed].length > TYPED_MAX) return answer(ctx, said(ctx.t.html('find-too-long', { max: TYPED_MAX })))
  answer(ctx, await find(ctx, typed, { kind: 'find', chatId: ctx.chat.id, mode: 'exact', before: null }))
})

staffListFeature.command('history', async (ctx) => {
  const number = readTicketNumber(ctx.match)
  const { ticket } =
    number === null ? await ticketOfCommand(ctx) : { ticket: await ctx.desk.stores.tickets.byNumber(number) }
  const screen =
    ticket === null
      ? null
      : await history(ctx, { kind: 'history', chatId: ctx.chat.id, ticketId: ticket.id, page: 0 })
  answer(ctx, screen ?? said(ctx.t.html('history-usage')))
})

staffListFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap === null || !isListTap(tap)) return next()
  // A list of another group is none of this one's, whatever the data says.
  if (tap.chatId !== ctx.chat?.id) return ctx.answerTap(ctx.t.plain('tap-unknown'))
  await turn(ctx, tap)
})

/**
 * The same buttons in an agent's private chat, where answers come. Whoever taps was looked up in the group that the data names; nobody
 * else gets anything. Comes before whatever takes the chat for a customer's.
 */
export const privateListFeature = new Composer<DeskContext>()

privateListFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap === null || !isListTap(tap)) return next()
  if (ctx.role === null) return ctx.answerTap(ctx.t.plain('tap-unknown'))
  ctx.agent = await meetAgent(ctx.desk, ctx.from.id)
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
  place: { readonly chatId: number; readonly filter: QueueFilter; readonly page: number },
): Promise<Screen> {
  const scope = await scopeOfGroup(ctx.desk, place.chatId)
  const { now } = ctx.desk
  const wanted = { ...place, agentId: ctx.agent.id, scope, now, pageSize: PAGE_SIZE }
  return queueScreen(ctx, await ctx.desk.stores.overviews.queue(wanted), place)
}

async function find(
  ctx: DeskContext,
  typed: string,
  { chatId, mode, before }: Extract<ListTap, { kind: 'find' }>,
): Promise<Screen> {
  const from = before === null ? null : { mode, before }
  const found = typed === '' ? null : await findTickets(ctx.desk, chatId, typed, from)
  if (found === null) return said(ctx.t.html('find-usage'))
  return findScreen(ctx, typed, found, { chatId, isFirst: before === null })
}

/** Null: there is no such ticket, or none of this group's. */
async function history(
  ctx: DeskContext,
  { chatId, ticketId, page }: Extract<ListTap, { kind: 'history' }>,
): Promise<Screen | null> {
  const ticket = await ctx.desk.stores.tickets.byId(ticketId)
  const scope = await scopeOfGroup(ctx.desk, chatId)
  if (ticket === null || !isInScope(scope, ticket.categoryId)) return null
  const wanted = { customerId: ticket.customerId, scope, page, pageSize: PAGE_SIZE }
  const found = await ctx.desk.stores.overviews.ofCustomer(wanted)
  return historyScreen(ctx, ticket, found, { chatId, page })
}

function answer(ctx: DeskContext, { html, markup }: Screen): void {
  const { inline_keyboard: rows } = markup.reply_markup
  answerAgent(ctx, html, rows.length === 0 ? {} : markup)
}

function said(html: string): Screen {
  return { html, markup: keyboard() }
}
