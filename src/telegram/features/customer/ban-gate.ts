import { Composer } from 'grammy'
import { bannedUntil, isBanToBeTold, isForever } from '../../../domain/ban.ts'
import { tellMoment } from '../../../texts/format-moment.ts'
import { readTap, type TapData } from '../../callback-data/callback-data.ts'
import { isServiceMessage } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { isCommand } from '../../conversations/intake.ts'
import { tellCustomer } from '../../say.ts'

/**
 * What a customer who may not write to the staff wants to say goes no further, and is not kept: they read so once a day. Their
 * tickets, their data and other contacts stay within reach.
 */
export const banGate = new Composer<DeskContext>()

banGate.on('message', async (ctx, next) => {
  const until = bannedUntil(ctx.customer, ctx.desk.now)
  if (until === null || isCommand(ctx) || isServiceMessage(ctx.message)) return next()
  if (!isBanToBeTold(ctx.customer, ctx.desk.now)) return
  ctx.desk.stores.customers.noteBanTold(ctx.customer.id, ctx.desk.now)
  tellCustomer(ctx, banWords(ctx, until), { replyToMessageId: ctx.message.message_id })
})

banGate.on('edited_message', (ctx, next) =>
  bannedUntil(ctx.customer, ctx.desk.now) === null ? next() : undefined,
)

banGate.on('callback_query:data', (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  return tap !== null && speaks(tap) && isTurnedAway(ctx) ? undefined : next()
})

/** Would the customer begin something that needs the staff, and may not? Then they are told. */
export function isTurnedAway(ctx: DeskContext): boolean {
  const until = bannedUntil(ctx.customer, ctx.desk.now)
  if (until === null) return false
  if (ctx.callbackQuery === undefined) tellCustomer(ctx, banWords(ctx, until))
  else ctx.answerTap(banWordsOnTap(ctx, until), true)
  return true
}

/** Does the button bring words of the customer to the staff, or towards it? */
function speaks(tap: TapData): boolean {
  if (tap.kind === 'parked') return tap.target !== 'drop'
  if (tap.kind === 'own') return tap.action === 'unsolved' || tap.action === 'add' || tap.action === 'again'
  return tap.kind === 'intake' || tap.kind === 'into' || tap.kind === 'draft'
}

function banWords({ t, desk }: DeskContext, until: Date): string {
  const moment = tellMoment(until, t.language, desk.rules.timeZone)
  const contacts = desk.rules.catalog.contacts === undefined ? 'no' : 'yes'
  return isForever(until) ? t.html('banned-forever', { contacts }) : t.html('banned', { moment, contacts })
}

function banWordsOnTap({ t, desk }: DeskContext, until: Date): string {
  const moment = tellMoment(until, t.language, desk.rules.timeZone)
  return isForever(until) ? t.plain('tap-banned-forever') : t.plain('tap-banned', { moment })
}
