import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { addCustomerMessage } from '../../../app/add-customer-message.ts'
import { paceMessage } from '../../../app/keep-pace.ts'
import { parkMessage } from '../../../app/park-message.ts'
import type { Parked } from '../../../app/ports.ts'
import { ownTicket, type Route, routeCustomerMessage } from '../../../app/route-customer-message.ts'
import type { KeptMessage } from '../../../domain/intake/draft.ts'
import { takesMessages } from '../../../domain/lifecycle.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { formatTicketNumber } from '../../../domain/ticket-number.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import { isServiceMessage, readKept } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { isCommand } from '../../conversations/intake.ts'
import { messageOf, replyTo, toCustomer } from '../../outgoing.ts'
import { changeTapped, tellCustomer } from '../../say.ts'
import { htmlText, keyboard, NO_KEYBOARD, tapButton } from '../../views/keyboard.ts'
import { topicWords } from '../../views/words.ts'
import { acknowledge, sayAdded } from './acknowledge.ts'
import { beginIntake } from './begin-intake.ts'

/** A reply to a ticket's message goes to that ticket, even while a form is open. Comes before the form. */
export const ticketReplyFeature = new Composer<DeskContext>()

ticketReplyFeature.on('message', async (ctx, next) => {
  if (isCommand(ctx) || isServiceMessage(ctx.message)) return next()
  const message = readKept(ctx.message)
  if (message.replyToMessageId === null) return next()
  const route = await routeCustomerMessage(ctx.desk, ctx.customer, { ...message, albumId: null })
  // Without a draft the free-message feature would come to the same end; with one, only a named ticket is meant.
  if (route.kind !== 'ticket' || !(await isNamed(ctx, ctx.message))) return next()
  await addToTicket(ctx, route.ticket, message)
})

/** Adds the message and shows so, once for a whole album; a ticket that opens again says it by itself. */
async function addToTicket(ctx: DeskContext, ticket: Ticket, message: KeptMessage): Promise<void> {
  const { customer, verdict } = paceMessage(ctx.desk, ctx.customer, message.albumId)
  ctx.customer = customer
  const inFlood = verdict !== 'within'
  const now = await addCustomerMessage(ctx.desk, customer, ticket, message, inFlood)
  if (verdict === 'told-now') tellCustomer(ctx, ctx.t.html('pace-messages'))
  if (now.status !== ticket.status) return
  if (inFlood) sayAdded(ctx, ticket, message)
  else await acknowledge(ctx, ticket, message)
}

async function isNamed(ctx: DeskContext, message: Message): Promise<boolean> {
  const target = message.reply_to_message?.message_id
  if (target === undefined) return false
  const chatId = ctx.customer.telegramId
  if ((await ctx.desk.stores.messages.bySource(chatId, target)) !== null) return true
  return (await ctx.desk.stores.links.subjectOf(chatId, target)) !== null
}

/** What a customer writes outside the form. */
export const freeMessageFeature = new Composer<DeskContext>()

freeMessageFeature.on('message', async (ctx, next) => {
  if (isCommand(ctx) || isServiceMessage(ctx.message)) return next()
  const message = readKept(ctx.message)
  const route = await routeCustomerMessage(ctx.desk, ctx.customer, message)
  if (route.kind !== 'ticket') return askWhere(ctx, message, route)
  await addToTicket(ctx, route.ticket, message)
})

async function askWhere(
  ctx: DeskContext,
  message: KeptMessage,
  route: Exclude<Route, { kind: 'ticket' }>,
): Promise<void> {
  const questionCallId = ctx.desk.ids.next()
  const ended = route.kind === 'offer' ? route.ended : null
  const kept = await parkMessage(ctx.desk, ctx.customer, message, {
    ended,
    questionCallId,
  })
  if (kept === null) {
    tellCustomer(ctx, ctx.t.html('parked-full'), { replyToMessageId: message.messageId })
    return
  }
  const { parked, asked, before } = kept
  if (asked) return
  if (before !== null) dropQuestion(ctx, before)
  ctx.unit.send(
    toCustomer(ctx.customer, {
      id: questionCallId,
      method: 'sendMessage',
      payload: { ...question(ctx, route, parked), ...replyTo(message.messageId) },
    }),
  )
}

function question(ctx: DeskContext, route: Exclude<Route, { kind: 'ticket' }>, parked: Parked): object {
  const { t } = ctx
  const target = (text: string, to: string) =>
    tapButton(text, { kind: 'parked', parkedId: parked.id, target: to })
  const last = [target(t.plain('button-parked-drop'), 'drop')]
  if (route.kind === 'offer') {
    const text =
      route.ended === null
        ? t.html('offer-ticket')
        : t.html('offer-ticket-again', { number: formatTicketNumber(route.ended.number) })
    return { ...htmlText(text), ...keyboard([target(t.plain('button-parked-new'), 'new')], last) }
  }
  const tickets = route.tickets.map((ticket) => {
    const { problem } = topicWords(t, ctx.desk.rules.catalog, ticket)
    return [target(`№ ${formatTicketNumber(ticket.number)} · ${problem}`, ticket.id)]
  })
  const fresh = [target(t.plain('button-parked-new'), 'new')]
  return { ...htmlText(t.html('ask-which-ticket')), ...keyboard(...tickets, fresh, last) }
}

function dropQuestion(ctx: DeskContext, parked: Parked): void {
  ctx.unit.send(
    toCustomer(ctx.customer, {
      id: ctx.desk.ids.next(),
      method: 'editMessageReplyMarkup',
      payload: { message_id: messageOf(parked.questionCallId), ...NO_KEYBOARD },
      policy: 'repeatable',
    }),
  )
}

freeMessageFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind !== 'parked') return next()
  const parked = await ctx.desk.stores.drafts.parkedOf(ctx.customer.id)
  if (parked?.id !== tap.parkedId) {
    ctx.answerTap(ctx.t.plain('tap-parked-gone'))
    return
  }
  if (tap.target === 'new') return startWith(ctx, parked)
  if (tap.target === 'drop') {
    ctx.desk.stores.drafts.removeParked(ctx.customer.id)
    return changeTapped(ctx, ctx.t.html('parked-dropped'), {})
  }
  await deliverParked(ctx, parked, tap.target)
})

async function startWith(ctx: DeskContext, parked: Parked): Promise<void> {
  ctx.desk.stores.drafts.removeParked(ctx.customer.id)
  changeTapped(ctx, ctx.t.html('parked-taken-along'), {})
  await beginIntake(ctx, { precededById: parked.precededById, said: parked.messages })
}

async function deliverParked(ctx: DeskContext, parked: Parked, ticketId: string): Promise<void> {
  let ticket = await ownTicket(ctx.desk, ctx.customer, ticketId)
  if (ticket === null) return ctx.answerTap(ctx.t.plain('tap-not-yours'))
  if (!takesMessages(ticket, ctx.desk.now, ctx.desk.rules.reopenWindowDays)) {
    return ctx.answerTap(ctx.t.plain('tap-ticket-ended'), true)
  }
  ctx.desk.stores.drafts.removeParked(ctx.customer.id)
  for (const message of parked.messages)
    ticket = await addCustomerMessage(ctx.desk, ctx.customer, ticket, message)
  changeTapped(ctx, ctx.t.html('parked-delivered', { number: formatTicketNumber(ticket.number) }), {})
}
