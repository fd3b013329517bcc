import { Composer } from 'grammy'
import { banCustomer, unbanCustomer } from '../../../app/ban-customer.ts'
import { isForever, REASON_MAX, readBanEnd } from '../../../domain/ban.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { tellMoment } from '../../../texts/format-moment.ts'
import { answerAgent } from '../../answer-agent.ts'
import type { DeskContext } from '../../context.ts'
import { tellAgent } from '../../say.ts'
import { actorOf, isAllowedTo } from './allowed-to.ts'
import { ticketOfCommand } from './find-ticket.ts'

/** /ban and /unban: a customer who may not write to the staff for a while, and one who may again. */
export const banFeature = new Composer<DeskContext>()

banFeature.command('ban', async (ctx) => {
  if (!(await isAllowedTo(ctx, 'ban', '/ban'))) return
  const { ticket, words } = await ticketOfCommand(ctx)
  if (ticket === null) return tellAgent(ctx, ctx.t.html('staff-no-ticket'))
  if (ticket.strippedAt !== null) return tellAgent(ctx, ctx.t.html('ban-stripped'))
  const { now } = ctx.desk
  const [term = '', ...rest] = words.split(/\s+/)
  const until = readBanEnd(term, now)
  const reason = rest.join(' ')
  if (until === null || reason === '' || [...reason].length > REASON_MAX)
    return answerAgent(ctx, ctx.t.html('ban-usage', { max: REASON_MAX }))
  await banCustomer(ctx.desk, actorOf(ctx), ticket, { until, reason })
  const moment = tellMoment(until, ctx.t.language, ctx.desk.rules.timeZone)
  const done = isForever(until) ? ctx.t.html('ban-set-forever') : ctx.t.html('ban-set', { moment })
  await answerAgent(ctx, done)
})

banFeature.command('unban', async (ctx) => {
  if (!(await isAllowedTo(ctx, 'ban', '/unban'))) return
  const { ticket, words } = await ticketOfCommand(ctx)
  if (ticket === null) return tellAgent(ctx, ctx.t.html('staff-no-ticket'))
  await answerAgent(ctx, await unban(ctx, ticket, words))
})

async function unban(ctx: DeskContext, ticket: Ticket, words: string): Promise<string> {
  const reason = words === '' ? null : [...words].slice(0, REASON_MAX).join('')
  const isDone = await unbanCustomer(ctx.desk, actorOf(ctx), ticket, reason)
  return isDone ? ctx.t.html('ban-lifted') : ctx.t.html('ban-none')
}
