import { Composer } from 'grammy'
import { addCustomerMessage } from '../../../app/add-customer-message.ts'
import { editMessage } from '../../../app/edit-message.ts'
import { lookAtPhotos } from '../../../app/look-at-photos.ts'
import { followMerged } from '../../../app/merge-tickets.ts'
import { ticketShownBy } from '../../../app/route-customer-message.ts'
import { amendDraft } from '../../../domain/intake/amend.ts'
import type { KeptMessage } from '../../../domain/intake/draft.ts'
import { takesMessages } from '../../../domain/lifecycle.ts'
import { wordsOf } from '../../../domain/message-content.ts'
import { formatTicketNumber } from '../../../domain/ticket-number.ts'
import { readKept } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { showStep, stepOf } from '../../conversations/ask-step.ts'
import { describeNote } from '../../conversations/take-answer.ts'
import { tellCustomer } from '../../say.ts'

/** A customer's edit: of an answer in the open form, of a ticket's message, or of the description of a ticket already sent. */
export const messageEditFeature = new Composer<DeskContext>()

messageEditFeature.on('edited_message', async (ctx) => {
  const edited = ctx.editedMessage
  const kept = readKept(edited)
  if (await amendForm(ctx, kept)) return
  if (await amendParked(ctx, kept)) return
  const message = await ctx.desk.stores.messages.bySource(ctx.chat.id, edited.message_id)
  if (message !== null) return editMessage(ctx.desk, message, kept.content, null)
  const shown = await ticketShownBy(ctx.desk, ctx.chat.id, edited.message_id)
  const ticket = shown && (await followMerged(ctx.desk, shown))
  const takes =
    ticket?.customerId === ctx.customer.id &&
    takesMessages(ticket, ctx.desk.now, ctx.desk.rules.reopenWindowDays)
  const replyToMessageId = edited.message_id
  if (ticket === null || !takes) {
    // A place that moves is edited every few seconds: only words are worth a word.
    if (wordsOf(kept.content) !== null) tellCustomer(ctx, ctx.t.html('edit-too-late'), { replyToMessageId })
    return
  }
  // The card keeps what was sent; the new wording comes below it as a message.
  await addCustomerMessage(ctx.desk, ctx.customer, ticket, { ...kept, albumId: null })
  const number = formatTicketNumber(ticket.number)
  tellCustomer(ctx, ctx.t.html('edit-added', { number }), { replyToMessageId })
})

/** The edit of an answer in the open form. @returns false when it is none */
async function amendForm(ctx: DeskContext, edited: KeptMessage): Promise<boolean> {
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  const amended = draft === null ? null : amendDraft(draft, edited, ctx.desk.rules.catalog)
  if (draft === null || amended === null) return false
  lookAtPhotos(ctx.desk, ctx.customer, draft, amended.draft)
  const why = amended.note === null ? null : describeNote(ctx, amended.note, amended.draft)
  const note = why ?? ctx.t.html('draft-amended')
  // A number to be said yes to has buttons.
  const asks = amended.note?.kind === 'order-asked'
  if (asks || stepOf(ctx, amended.draft) !== stepOf(ctx, draft)) {
    await showStep(ctx, amended.draft, { how: 'replace', note })
    return true
  }
  if (draft.asked === 'review') await showStep(ctx, amended.draft, { how: 'edit' })
  else ctx.desk.stores.drafts.save(amended.draft)
  tellCustomer(ctx, note, { replyToMessageId: edited.messageId })
  return true
}

/** The edit of a message that still waits for the word on where it belongs. @returns false when it is none */
async function amendParked(ctx: DeskContext, edited: KeptMessage): Promise<boolean> {
  const parked = await ctx.desk.stores.drafts.parkedOf(ctx.customer.id)
  if (parked === null || !parked.messages.some(({ messageId }) => messageId === edited.messageId))
    return false
  const messages = parked.messages.map((one) =>
    one.messageId === edited.messageId ? { ...one, content: edited.content } : one,
  )
  ctx.desk.stores.drafts.saveParked({ ...parked, messages })
  tellCustomer(ctx, ctx.t.html('draft-amended'), { replyToMessageId: edited.messageId })
  return true
}
