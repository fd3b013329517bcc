import { Composer } from 'grammy'
import type { Message, User } from 'grammy/types'
import { packPeriod, type ReportOrder } from '../../../app/report-order.ts'
import { type OutgoingCall, SEND_REPORT } from '../../../delivery/outgoing-call.ts'
import { lastDays, readDays } from '../../../domain/period.ts'
import { may } from '../../../domain/roles.ts'
import type { DeskContext } from '../../context.ts'
import { groupLane } from '../../lane-of.ts'
import { toPerson } from '../../outgoing.ts'
import { packReport } from '../../report-data.ts'
import { tellAgent } from '../../say.ts'
import { ticketOfCommand } from './find-ticket.ts'

/** More days no picture shows clearly. */
const MOST_DRAWN = 92
const MOST_LISTED = 366

/** Reports that are asked for in the staff group and come in private: /stats, /csv, /transcript. */
export const numbersFeature = new Composer<DeskContext>()

type Command = DeskContext & { readonly match: string }

numbersFeature.command('stats', (ctx) => orderNumbers(ctx, 'stats', MOST_DRAWN))
numbersFeature.command('csv', (ctx) => orderNumbers(ctx, 'csv', MOST_LISTED))

numbersFeature.command('transcript', async (ctx) => {
  const { ticket } = await ticketOfCommand(ctx)
  if (ticket === null) return tellAgent(ctx, ctx.t.html('staff-no-ticket'))
  if (ticket.strippedAt !== null) return tellAgent(ctx, ctx.t.html('staff-stripped'))
  orderReport(ctx, { report: 'transcript', ticketId: ticket.id })
})

async function orderNumbers(ctx: Command, report: 'stats' | 'csv', most: number): Promise<void> {
  if (ctx.role === null || !may(ctx.role, 'see-numbers'))
    return tellAgent(ctx, ctx.t.html('report-not-allowed'))
  const days = readDays(ctx.match, most)
  if (days === null) return tellAgent(ctx, ctx.t.html('report-usage', { command: `/${report}`, max: most }))
  const period = packPeriod(lastDays(days, ctx.desk.now, ctx.desk.rules.timeZone))
  orderReport(ctx, { report, categories: await categoriesHere(ctx), ...period })
}

/** In the main group all of them, null; in another one those whose tickets go there. */
async function categoriesHere({ chat, desk }: DeskContext): Promise<readonly string[] | null> {
  const homes = (await desk.groups.homes()).filter(({ chatId }) => chatId === chat?.id)
  return homes.some(({ only }) => only === null) ? null : homes.flatMap(({ only }) => only ?? [])
}

/** Who writes anonymously has no private chat. */
function orderReport(ctx: DeskContext, order: ReportOrder): void {
  const { from, msg: message } = ctx
  if (from === undefined || message === undefined) return
  if (ctx.senderChat === undefined) ctx.unit.send(callFor(ctx, from, message, order))
  else tellAgent(ctx, ctx.t.html('report-anonymous'))
}

/** In a stream of its own: while it is made, other answers don't stand behind it. The same one twice is one. */
function callFor(ctx: DeskContext, from: User, message: Message, order: ReportOrder): OutgoingCall {
  const topicId = message.is_topic_message ? (message.message_thread_id ?? null) : null
  const data = packReport({
    kind: 'report',
    agent: { telegramId: from.id, name: from.first_name },
    asked: { chatId: message.chat.id, topicId, messageId: message.message_id },
    bot: ctx.me.username,
  })
  const call = toPerson(from.id, {
    id: ctx.desk.ids.next(),
    method: SEND_REPORT,
    payload: { order },
    // Who has blocked the bot is not waited for, and what gets lost is asked for again.
    policy: 'at-most-once',
    coalesceKey: `report:${JSON.stringify(order)}`,
    report: { lane: groupLane(message.chat.id), when: 'failure', data },
  })
  return { ...call, stream: `report:${from.id}` }
}
