import { Composer } from 'grammy'
import { passOnToAgents } from '../../../app/pass-on-reaction.ts'
import { emojiOf } from '../../content/read-reaction.ts'
import type { DeskContext } from '../../context.ts'

/** A customer's reaction to an answer: the agents see it on what they wrote. Nothing is answered. */
export const customerReactionFeature = new Composer<DeskContext>()

customerReactionFeature.on('message_reaction', async (ctx) => {
  const emoji = emojiOf(ctx.messageReaction)
  if (emoji === undefined) return
  const { message_id: messageId, chat } = ctx.messageReaction
  await passOnToAgents(ctx.desk, ctx.customer, { chatId: chat.id, messageId, emoji })
})
