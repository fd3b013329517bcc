import { Composer } from 'grammy'
import type { DeskContext } from '../../context.ts'

export const reachabilityFeature = new Composer<DeskContext>()

/** The customer blocked the bot or let it in again: meeting them has noted it, and there is nothing to answer. */
reachabilityFeature.on('my_chat_member', () => undefined)
