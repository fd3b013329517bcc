import { settleClaim } from '../app/claim-topic.ts'
import type { Desk } from '../app/desk.ts'
import { forgetRails, recordTopicLeft } from '../app/forget-customer.ts'
import { noteTrouble } from '../app/group-troubles.ts'
import { recordFile } from '../app/keep-file.ts'
import { recordPhotoLook } from '../app/look-at-photos.ts'
import { recordOrder } from '../app/look-up-order.ts'
import { type MailTrouble, readMailTrouble } from '../app/mail-trouble.ts'
import { cardFormNow, rememberRefusal, replaceCard } from '../app/mend-card.ts'
import { mendThread, type ThreadTrouble } from '../app/mend-thread.ts'
import type { DeliveryTrouble } from '../app/message-notices.ts'
import { noteNoForum } from '../app/note-forum.ts'
import { recordFailedExport } from '../app/order-export.ts'
import { recordGuide } from '../app/pin-guide.ts'
import { recordDelivered } from '../app/record-delivered.ts'
import { recordCard, recordTopic, recordTrouble } from '../app/record-delivery.ts'
import { recordCodeTrouble, recordMailed, recordMailTrouble } from '../app/record-mail.ts'
import { recordHeld } from '../app/record-reach.ts'
import { recordUnacknowledged } from '../app/record-unacknowledged.ts'
import { endRetraction } from '../app/retract-message.ts'
import { rememberNoAsides } from '../app/speak-aside.ts'
import type { CallOutcome, OutcomeEvent } from '../delivery/inbox-event.ts'
import type { CallResult } from '../delivery/outgoing-call.ts'
import type { OrderFacts } from '../domain/order-facts.ts'
import { PHOTO_FLAWS, type PhotoFlaw } from '../domain/photo-quality.ts'
import { privateLane } from './lane-of.ts'
import { readReport } from './report-data.ts'

/** What the end of an outgoing call means for its ticket. */
export async function handleOutcome(desk: Desk, event: OutcomeEvent): Promise<void> {
  const report = readReport(event.data)
  if (report === null) return
  const { outcome } = event
  if (outcome.kind === 'held') {
    if (report.kind === 'to-customer') await recordHeld(desk, report.ticketId, report.messageId)
    return
  }
  const result = outcome.kind === 'sent' ? outcome.result : {}
  switch (report.kind) {
    case 'topic':
      if (outcome.kind === 'failed') await noteTopicRefused(desk, event.chatId, outcome.reason)
      return recordTopic(desk, report.ticketId, event, result.message_thread_id ?? null)
    case 'claim':
      if (outcome.kind === 'failed') await noteTopicRefused(desk, event.chatId, outcome.reason)
      return settleClaim(desk, report.ticketId, event.callId, result.message_thread_id ?? null)
    case 'card':
      if (result.message_id !== undefined) return recordCard(desk, report.ticketId, event, result.message_id)
      return cardFailed(desk, event, report.ticketId)
    case 'card-edit': {
      const { ticketId, cardCallId, cardMessageId } = report
      if (outcome.kind !== 'failed' || !CARD_REFUSED.includes(outcome.reason)) return
      // One that is gone, or too old to be changed, says nothing about the form.
      const form = outcome.reason === 'target-gone' ? await cardFormNow(desk) : 'plain'
      return replaceCard(desk, ticketId, { callId: cardCallId, messageId: cardMessageId }, form)
    }
    case 'to-customer':
      return recordAtCustomer(desk, report, outcome)
    case 'acknowledgement':
      return outcome.kind === 'sent' ? undefined : recordUnacknowledged(desk, report.ticketId)
    case 'retraction':
      return endRetraction(desk, report.messageId, outcome.kind === 'sent')
    case 'agent-word':
      return desk.notices.agentNotReached(report)
    case 'agent-aside': {
      if (result.ephemeral_message_id !== undefined) return
      const shownAs = result.message_id ?? null
      if (shownAs !== null) rememberNoAsides(desk)
      return desk.notices.asideNotShown(report, shownAs)
    }
    case 'report':
      if (outcome.kind !== 'sent') desk.notices.reportNotSent({ ...report, canBeReached: !isAway(outcome) })
      return
    case 'weekly-report':
      return outcome.kind === 'sent' ? undefined : desk.notices.weekNotReported({ chatId: event.chatId })
    case 'guide': {
      const messageId = result.message_id ?? null
      return recordGuide(desk, event.chatId, { callId: event.callId, messageId }, report.what, outcome.kind)
    }
    case 'staff-copy':
      if (outcome.kind === 'sent') return
      if (outcome.kind === 'failed' && isThreadTrouble(outcome.reason))
        return mendThread(desk, report.ticketId, report.messageId, outcome.reason, event.callId)
      return recordTrouble(desk, report.ticketId, report.messageId, 'not-shown')
    case 'file':
      return recordFile(desk, report.fileUniqueId, result.file ?? { state: whyNoFile(outcome) })
    case 'mail':
      if (outcome.kind !== 'sent')
        return recordMailTrouble(desk, report.ticketId, report.messageId, mailTroubleOf(outcome))
      if (report.messageId !== null) await recordMailed(desk, report.ticketId, report.messageId)
      return
    case 'mail-code':
      if (outcome.kind !== 'sent') await recordCodeTrouble(desk, report, mailTroubleOf(outcome))
      return
    case 'photo-look': {
      const { quality } = readFound<{ quality: PhotoFlaw }>(result)
      if (quality !== undefined && PHOTO_FLAWS.includes(quality)) await recordPhotoLook(desk, report, quality)
      return
    }
    case 'order': {
      const { order } = readFound<{ order: OrderFacts | null }>(result)
      if (order) await recordOrder(desk, report, order)
      return
    }
    case 'export':
      return outcome.kind === 'sent' ? undefined : recordFailedExport(desk, report.customerId)
    case 'farewell': {
      const { chatId, callId } = event
      return forgetRails(desk, { customerId: report.customerId, chatId, callId }, privateLane(chatId))
    }
    case 'topic-end':
      if (outcome.kind === 'failed' && outcome.reason !== 'topic-missing')
        await recordTopicLeft(desk, report.ticketId)
      return
    default:
      return report satisfies never
  }
}

async function recordAtCustomer(
  desk: Desk,
  { ticketId, messageId }: { readonly ticketId: string; readonly messageId: string | null },
  outcome: Exclude<CallOutcome, { kind: 'held' }>,
): Promise<void> {
  const trouble = troubleOf(outcome)
  if (trouble !== null) await recordTrouble(desk, ticketId, messageId, trouble)
  if (outcome.kind === 'sent' && messageId !== null) await recordDelivered(desk, ticketId, messageId)
}

function mailTroubleOf(outcome: CallOutcome): MailTrouble {
  return outcome.kind === 'failed' ? readMailTrouble(outcome.description) : { kind: 'no-answer' }
}

/** What a door of ours has found: nothing where it did not get that far. */
function readFound<Found extends object>({ found }: CallResult): Partial<Found> {
  return typeof found === 'object' && found !== null ? (found as Partial<Found>) : {}
}

function whyNoFile(outcome: CallOutcome): 'too-big' | 'gone' | 'failed' {
  if (outcome.kind !== 'failed' || outcome.reason !== 'refused') return 'failed'
  return /too big/i.test(outcome.description) ? 'too-big' : 'gone'
}

/** Reasons that lie in the card's own form. */
const CARD_REFUSED: readonly string[] = ['unsupported', 'refused', 'bad-formatting', 'target-gone']

/** A rich card that is refused becomes a plain one at once. */
async function cardFailed(desk: Desk, event: OutcomeEvent, ticketId: string): Promise<void> {
  const { outcome, callId, method } = event
  if (outcome.kind === 'failed') {
    const { reason } = outcome
    if (isThreadTrouble(reason)) return mendThread(desk, ticketId, null, reason, callId)
    if (reason === 'unsupported') rememberRefusal(desk)
    if (method === 'sendRichMessage' && CARD_REFUSED.includes(reason))
      return replaceCard(desk, ticketId, { callId, messageId: null }, 'plain')
  }
  return recordTrouble(desk, ticketId, null, 'not-shown')
}

/** The ticket goes to General; the owner may want to know why. */
async function noteTopicRefused(desk: Desk, chatId: number, reason: string): Promise<void> {
  if (reason === 'no-rights') await noteTrouble(desk, chatId, 'no-topics-right')
  if (reason === 'not-a-forum') await noteNoForum(desk, chatId)
}

function isThreadTrouble(reason: string): reason is ThreadTrouble {
  return reason === 'topic-missing' || reason === 'topic-closed'
}

const UNREACHABLE: readonly string[] = ['blocked', 'deactivated', 'never-started']

function isAway(outcome: CallOutcome): boolean {
  return outcome.kind === 'failed' && UNREACHABLE.includes(outcome.reason)
}

function troubleOf(outcome: Exclude<CallOutcome, { kind: 'held' }>): DeliveryTrouble | null {
  if (outcome.kind === 'sent') return outcome.maybeTwice ? 'maybe-twice' : null
  if (outcome.kind !== 'failed') return 'failed'
  if (outcome.reason === 'waited-too-long') return 'given-up'
  return UNREACHABLE.includes(outcome.reason) ? 'unreachable' : 'failed'
}
