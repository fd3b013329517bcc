import { Composer } from 'grammy'
import { paceScreen } from '../../../app/keep-pace.ts'
import type { OutgoingCall } from '../../../delivery/outgoing-call.ts'
import { GATHER_SCREENS_MS, gatherUntil } from '../../../domain/pace.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { isCommand } from '../../conversations/intake.ts'
import { tellCustomer } from '../../say.ts'

/** Commands and taps in menus that come too fast: all are worked, but only the last of the screens they ask for is shown. */
export const paceFeature = new Composer<DeskContext>()

paceFeature.use(async (ctx, next) => {
  if (!asksForScreen(ctx)) return next()
  const { customer, verdict } = paceScreen(ctx.desk, ctx.customer)
  ctx.customer = customer
  if (verdict === 'within') return next()
  if (ctx.callbackQuery !== undefined) ctx.answerTap(ctx.t.plain('tap-pace'))
  else if (verdict === 'told-now') tellCustomer(ctx, ctx.t.html('pace-screens'))
  const { unit } = ctx
  const moment = gatherUntil(ctx.desk.now, GATHER_SCREENS_MS)
  Object.assign(ctx, { unit: { ...unit, send: (call: OutgoingCall) => unit.send(gathered(call, moment)) } })
  await next()
})

/** The form's own buttons are no menu: each of them is an answer. */
function asksForScreen(ctx: DeskContext): boolean {
  const data = ctx.callbackQuery?.data
  return data === undefined ? isCommand(ctx) : readTap(data)?.kind !== 'intake'
}

/** The newest screen takes the place of those that still wait. */
function gathered(call: OutgoingCall, moment: Date): OutgoingCall {
  const coalesceKey = call.method === 'sendMessage' ? 'screen' : call.coalesceKey
  return { ...call, coalesceKey, notBefore: call.notBefore ?? moment }
}
