import { Composer } from 'grammy'
import { moveTicket } from '../../../app/move-ticket.ts'
import { takeTicket } from '../../../app/take-ticket.ts'
import { TicketError } from '../../../domain/errors.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { readTap, type StaffAction } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { staffStatusWord } from '../../views/words.ts'
import { adoptCard } from './find-ticket.ts'

/** Buttons of the ticket's card. */
export const cardFeature = new Composer<DeskContext>()

cardFeature.on('callback_query:data', async (ctx) => {
  const tap = readTap(ctx.callbackQuery.data)
  const ticket = tap?.kind === 'staff' ? await ctx.desk.stores.tickets.byId(tap.ticketId) : null
  const thread = ticket === null ? null : await ctx.desk.stores.threads.ofTicket(ticket.id)
  // A ticket of another group can't be worked from here, whatever the data says.
  if (tap?.kind !== 'staff' || ticket === null || thread?.chatId !== ctx.staffChatId) {
    return ctx.answerTap(ctx.t.plain('tap-unknown'))
  }
  const tapped = ctx.callbackQuery.message
  const isCopy = tapped !== undefined && tapped.chat.id === thread.chatId && tapped.message_id > 0
  if (isCopy) await adoptCard(ctx, ticket, tapped)
  try {
    const after = await act(ctx, ticket, tap.action)
    const word = staffStatusWord(ctx.t, after.status)
    ctx.answerTap(ctx.t.plain(after === ticket ? 'tap-already' : 'tap-done', { status: word }))
  } catch (error) {
    if (!(error instanceof TicketError)) throw error
    ctx.answerTap(ctx.t.plain('tap-too-late', { status: staffStatusWord(ctx.t, ticket.status) }))
  }
})

function act(ctx: DeskContext, ticket: Ticket, action: StaffAction): Promise<Ticket> {
  if (action === 'take') return takeTicket(ctx.desk, ticket, ctx.agent)
  const by = { actor: `agent:${ctx.agent.id}`, agent: ctx.agent } as const
  return moveTicket(ctx.desk, ticket, action === 'ask' ? 'ask-customer' : 'resolve', by)
}
