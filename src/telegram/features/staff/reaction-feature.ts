import { Composer } from 'grammy'
import { passOnToCustomer } from '../../../app/pass-on-reaction.ts'
import { emojiOf } from '../../content/read-reaction.ts'
import type { DeskContext } from '../../context.ts'

/** An agent's reaction to a customer's words: the customer sees it on their own message. */
export const agentReactionFeature = new Composer<DeskContext>()

agentReactionFeature.on('message_reaction', async (ctx) => {
  const emoji = emojiOf(ctx.messageReaction)
  if (emoji === undefined) return
  const { message_id: messageId, chat } = ctx.messageReaction
  await passOnToCustomer(ctx.desk, { chatId: chat.id, messageId, emoji })
})
