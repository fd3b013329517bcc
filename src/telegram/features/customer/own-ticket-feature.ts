import { Composer } from 'grammy'
import { moveTicket } from '../../../app/move-ticket.ts'
import { ownTicket } from '../../../app/route-customer-message.ts'
import { packSubject } from '../../../app/subject.ts'
import { canHappen, type TicketAction, takesMessages } from '../../../domain/lifecycle.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { formatTicketNumber } from '../../../domain/ticket-number.ts'
import { type CustomerAction, readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { changeTapped, tellCustomer } from '../../say.ts'
import { keyboard, tapButton } from '../../views/keyboard.ts'
import { statusWord } from '../../views/words.ts'
import { beginIntake } from './begin-intake.ts'
import { showTicket } from './my-tickets-feature.ts'

const ACTIONS: Readonly<Record<Exclude<CustomerAction, 'add' | 'withdraw' | 'again'>, TicketAction>> = {
  solved: 'customer-solved',
  unsolved: 'customer-not-solved',
  'withdraw-yes': 'withdraw',
}

/** What a customer does to an own ticket by a tap: it is solved, it is not, withdraw it, go on in a new one. */
export const ownTicketFeature = new Composer<DeskContext>()

ownTicketFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind !== 'own') return next()
  const ticket = await ownTicket(ctx.desk, ctx.customer, tap.ticketId)
  if (ticket === null) return ctx.answerTap(ctx.t.plain('tap-not-yours'))
  if (tap.action === 'again') return beginIntake(ctx, { precededById: ticket.id })
  if (tap.action === 'add') return askAddition(ctx, ticket)
  if (tap.action === 'withdraw') return askWithdraw(ctx, ticket)
  const action = ACTIONS[tap.action]
  if (!canHappen(ticket.status, action)) return tooLate(ctx, ticket)
  const moved = await moveTicket(ctx.desk, ticket, action, { actor: 'customer', agent: null })
  const number = formatTicketNumber(ticket.number)
  if (action === 'customer-not-solved')
    return changeTapped(ctx, ctx.t.html('ticket-unsolved', { number }), {})
  await showTicket(ctx, moved, 0)
})

/** The customer's words come as an answer to this, and so find their ticket among several. */
function askAddition(ctx: DeskContext, ticket: Ticket): void {
  if (!takesMessages(ticket, ctx.desk.now, ctx.desk.rules.reopenWindowDays)) {
    tooLate(ctx, ticket)
    return
  }
  const number = formatTicketNumber(ticket.number)
  tellCustomer(ctx, ctx.t.html('ask-addition', { number }), {
    subject: packSubject({ kind: 'notice', ticketId: ticket.id }),
    reply_markup: { force_reply: true, input_field_placeholder: ctx.t.plain('ask-addition-field') },
  })
}

function askWithdraw(ctx: DeskContext, ticket: Ticket): void {
  if (!canHappen(ticket.status, 'withdraw')) {
    tooLate(ctx, ticket)
    return
  }
  const number = formatTicketNumber(ticket.number)
  changeTapped(
    ctx,
    ctx.t.html('ask-withdraw', { number }),
    keyboard(
      [
        tapButton(ctx.t.plain('button-withdraw-yes'), {
          kind: 'own',
          ticketId: ticket.id,
          action: 'withdraw-yes',
        }),
      ],
      [tapButton(ctx.t.plain('button-back'), { kind: 'ticket', ticketId: ticket.id, page: 0 })],
    ),
  )
}

function tooLate(ctx: DeskContext, ticket: Ticket): void {
  ctx.answerTap(ctx.t.plain('tap-too-late', { status: statusWord(ctx.t, ticket.status) }))
}
