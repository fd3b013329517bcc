import { Composer } from 'grammy'
import { addCustomerMessage } from '../../../app/add-customer-message.ts'
import { editMessage } from '../../../app/edit-message.ts'
import { ticketShownBy } from '../../../app/route-customer-message.ts'
import { amendDraft } from '../../../domain/intake/amend.ts'
import type { Draft } from '../../../domain/intake/draft.ts'
import { takesMessages } from '../../../domain/lifecycle.ts'
import { formatTicketNumber } from '../../../domain/ticket-number.ts'
import { readContent, readKept } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { showStep, stepOf } from '../../conversations/ask-step.ts'
import { tellCustomer } from '../../say.ts'

/** A customer's edit: of an answer in the open form, of a ticket's message, or of the description of a ticket already sent. */
export const messageEditFeature = new Composer<DeskContext>()

messageEditFeature.on('edited_message', async (ctx) => {
  const edited = ctx.editedMessage
  const content = readContent(edited)
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  const amended = draft === null ? null : amendDraft(draft, edited.message_id, content)
  if (draft !== null && amended !== null) return showAmended(ctx, draft, amended)
  const message = await ctx.desk.stores.messages.bySource(ctx.chat.id, edited.message_id)
  if (message !== null) return editMessage(ctx.desk, message, content, null)
  const ticket = await ticketShownBy(ctx.desk, ctx.chat.id, edited.message_id)
  if (ticket?.customerId !== ctx.customer.id) return
  if (!takesMessages(ticket, ctx.desk.now, ctx.desk.rules.reopenWindowDays)) return
  // The card keeps what was sent; the new wording comes below it as a message.
  await addCustomerMessage(ctx.desk, ctx.customer, ticket, { ...readKept(edited), albumId: null })
  const number = formatTicketNumber(ticket.number)
  tellCustomer(ctx, ctx.t.html('edit-added', { number }), { replyToMessageId: edited.message_id })
})

function showAmended(ctx: DeskContext, draft: Draft, amended: Draft): void {
  const note = ctx.t.html('draft-amended')
  if (stepOf(ctx, amended) !== stepOf(ctx, draft)) {
    showStep(ctx, amended, { how: 'replace', note })
    return
  }
  if (amended.asked === 'review') showStep(ctx, amended, { how: 'edit' })
  else ctx.desk.stores.drafts.save(amended)
  tellCustomer(ctx, note, { replyToMessageId: ctx.editedMessage?.message_id ?? null })
}
