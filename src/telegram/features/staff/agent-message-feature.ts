import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { editMessage } from '../../../app/edit-message.ts'
import { followMerged } from '../../../app/merge-tickets.ts'
import { addNote, belongsToNote, replyToCustomer } from '../../../app/reply-to-customer.ts'
import { type MessageContent, wordsOf } from '../../../domain/message-content.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { formatTicketNumber } from '../../../domain/ticket-number.ts'
import { isServiceMessage, readContent, readKept, repliedTo } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { tellAgent } from '../../say.ts'
import { ticketOfMessage } from './find-ticket.ts'
import { questionIn } from './question.ts'
import { isStaffCommand, tellUnknownCommand } from './staff-command-feature.ts'

const NOTE_MARK = '//'

/** What agents write in a ticket's topic, or in reply to its card: to the customer, or a note to each other. */
export const agentMessageFeature = new Composer<DeskContext>()

agentMessageFeature.on('message', async (ctx) => {
  if (isServiceMessage(ctx.message)) return
  const ticket = await ticketOfMessage(ctx, ctx.message)
  if (ticket === null) {
    if (looksMeantForCustomer(ctx, ctx.message)) tellAgent(ctx, ctx.t.html('staff-no-ticket'))
    return
  }
  // There is nobody to send it to, or nothing may be added to what was deleted.
  if (ticket.strippedAt !== null) return tellAgent(ctx, ctx.t.html('staff-stripped'))
  const written = readKept(ctx.message)
  const note = isNote(written.content) || (await belongsToNote(ctx.desk, ticket, written))
  if (note) return addNote(ctx.desk, ctx.agent, ticket, written, ctx.chat.id)
  if (ticket.mergedIntoId !== null) return tellWhereItGoesOn(ctx, ticket)
  await replyToCustomer(ctx.desk, ctx.agent, ticket, written, ctx.chat.id)
})

agentMessageFeature.on('edited_message', async (ctx) => {
  const edited = ctx.editedMessage
  const message = await ctx.desk.stores.messages.bySource(ctx.chat.id, edited.message_id)
  if (message === null || message.author === 'customer') return
  const question = questionIn(edited, ctx.me.username)
  const content = question?.content ?? readContent(edited)
  if (message.author === 'agent') {
    if (isNote(content)) return tellAgent(ctx, ctx.t.html('staff-note-too-late'))
    if (isStaffCommand(edited) && question === null) return tellUnknownCommand(ctx, edited)
  } else if (isNote(message.content) && !isNote(content)) {
    tellAgent(ctx, ctx.t.html('staff-note-stays'))
  }
  await editMessage(ctx.desk, message, content, ctx.agent)
})

/** The customer's answer would go there: two places for one talk help nobody. */
async function tellWhereItGoesOn(ctx: DeskContext, ticket: Ticket): Promise<void> {
  const { number } = await followMerged(ctx.desk, ticket)
  tellAgent(ctx, ctx.t.html('staff-merged', { number: formatTicketNumber(number) }))
}

function isNote(content: MessageContent): boolean {
  return wordsOf(content)?.text.trimStart().startsWith(NOTE_MARK) ?? false
}

/** A reply to the bot, or a message in a topic the bot made: silence would be taken for "sent". */
function looksMeantForCustomer(ctx: DeskContext, message: Message): boolean {
  return (
    message.reply_to_message?.from?.id === ctx.me.id &&
    (message.is_topic_message || repliedTo(message) !== null)
  )
}
