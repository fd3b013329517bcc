import { Composer } from 'grammy'
import type { DeskContext } from '../../context.ts'

/** The customer blocked the bot or let it in again: known before anything is sent in vain. */
export const reachabilityFeature = new Composer<DeskContext>()

reachabilityFeature.on('my_chat_member', (ctx) => {
  const blocked = ctx.myChatMember.new_chat_member.status === 'kicked'
  ctx.desk.stores.customers.save({ ...ctx.customer, unreachableSince: blocked ? ctx.desk.now : null })
})
