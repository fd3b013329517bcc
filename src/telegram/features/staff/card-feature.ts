import { Composer } from 'grammy'
import { moveTicket } from '../../../app/move-ticket.ts'
import { takeTicket } from '../../../app/take-ticket.ts'
import { TicketError } from '../../../domain/errors.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { staffStatusWord } from '../../views/words.ts'
import { tapInMenu } from './card-menu-taps.ts'
import { adoptCard, isOnCard } from './find-ticket.ts'
import { tapOnMessage } from './message-taps.ts'
import { refusalInToast } from './refusal.ts'

const STEPS = { ask: 'ask-customer', resolve: 'resolve' } as const

/** Buttons of the ticket's card, and under what is said of its messages. */
export const cardFeature = new Composer<DeskContext>()

cardFeature.on('callback_query:data', async (ctx) => {
  const tap = readTap(ctx.callbackQuery.data)
  const ticket = tap?.kind === 'staff' ? await ctx.desk.stores.tickets.byId(tap.ticketId) : null
  const thread = ticket === null ? null : await ctx.desk.stores.threads.ofTicket(ticket.id)
  // A ticket of another group can't be worked from here, whatever the data says.
  if (tap?.kind !== 'staff' || ticket === null || thread?.chatId !== ctx.staffChatId) {
    return ctx.answerTap(ctx.t.plain('tap-unknown'))
  }
  const { action, value = '' } = tap
  if (action === 'take-back' || action === 'resend') return tapOnMessage(ctx, ticket, action, value)
  const tapped = ctx.callbackQuery.message
  const isCopy = tapped !== undefined && tapped.chat.id === thread.chatId && tapped.message_id > 0
  if (isCopy && isOnCard(action)) await adoptCard(ctx, ticket, tapped)
  try {
    if (action !== 'take' && action !== 'ask' && action !== 'resolve')
      return await tapInMenu(ctx, ticket, action, value)
    const after = await act(ctx, ticket, action)
    const word = staffStatusWord(ctx.t, after.status)
    ctx.answerTap(ctx.t.plain(after === ticket ? 'tap-already' : 'tap-done', { status: word }))
  } catch (error) {
    if (!(error instanceof TicketError)) throw error
    ctx.answerTap(refusalInToast(ctx.t, error, ticket))
  }
})

function act(ctx: DeskContext, ticket: Ticket, action: 'take' | keyof typeof STEPS): Promise<Ticket> {
  if (action === 'take') return takeTicket(ctx.desk, ticket, ctx.agent)
  const by = { actor: `agent:${ctx.agent.id}`, agent: ctx.agent } as const
  return moveTicket(ctx.desk, ticket, STEPS[action], by)
}
