import { Composer } from 'grammy'
import { commentRating, rateTicket } from '../../../app/rate-ticket.ts'
import { ownTicket } from '../../../app/route-customer-message.ts'
import { packSubject, readSubject } from '../../../app/subject.ts'
import { COMMENT_MAX, isLow } from '../../../domain/rating.ts'
import { formatTicketNumber } from '../../../domain/ticket-number.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { changeTapped, tellCustomer } from '../../say.ts'
import { keyboard, tapButton } from '../../views/keyboard.ts'
import { statusWord } from '../../views/words.ts'

/** A closed ticket is rated by a tap, and a reply to the thanks adds words. Comes before whatever else takes replies. */
export const ratingFeature = new Composer<DeskContext>()

ratingFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind !== 'rate') return next()
  const ticket = await ownTicket(ctx.desk, ctx.customer, tap.ticketId)
  if (ticket === null) return ctx.answerTap(ctx.t.plain('tap-not-yours'))
  if (ticket.status !== 'closed' || ticket.mergedIntoId !== null) {
    return ctx.answerTap(ctx.t.plain('tap-too-late', { status: statusWord(ctx.t, ticket.status) }))
  }
  await rateTicket(ctx.desk, ticket, tap.score)
  const messageId = ctx.callbackQuery.message?.message_id
  if (messageId !== undefined) {
    const subject = packSubject({ kind: 'rating', ticketId: ticket.id })
    ctx.desk.stores.links.add({ chatId: ctx.customer.telegramId, messageId, subject })
  }
  const again = tapButton(ctx.t.plain('button-again'), { kind: 'own', ticketId: ticket.id, action: 'again' })
  const key = isLow(tap.score) ? 'rated-low' : 'rated'
  const number = formatTicketNumber(ticket.number)
  changeTapped(ctx, ctx.t.html(key, { number, score: tap.score }), isLow(tap.score) ? keyboard([again]) : {})
})

ratingFeature.on('message:text', async (ctx, next) => {
  const target = ctx.message.reply_to_message?.message_id
  if (target === undefined || ctx.message.text.length > COMMENT_MAX) return next()
  const packed = await ctx.desk.stores.links.subjectOf(ctx.customer.telegramId, target)
  const subject = packed === null ? null : readSubject(packed)
  if (subject?.kind !== 'rating') return next()
  const ticket = await ownTicket(ctx.desk, ctx.customer, subject.ticketId)
  if (ticket === null || !(await commentRating(ctx.desk, ticket, ctx.message.text))) return next()
  tellCustomer(ctx, ctx.t.html('rating-words-kept'))
})
