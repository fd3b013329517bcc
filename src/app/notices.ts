import type { Draft, DraftAttachment, IntakeStep, OrderQuestion } from '../domain/intake/draft.ts'
import type { Agent, Customer } from '../domain/people.ts'
import type { Period } from '../domain/period.ts'
import type { Score } from '../domain/rating.ts'
import type { Sla } from '../domain/sla.ts'
import type { SlaAlert } from '../domain/sla-alerts.ts'
import type { Ticket, TicketStatus } from '../domain/ticket.ts'
import type { Attachment, TicketMessage } from '../domain/ticket-message.ts'
import type { GroupGuide } from './desk-ports.ts'
import type { FileToKeep } from './keep-file.ts'
import type { MailTrouble } from './mail-trouble.ts'
import type { GroupCopy } from './privacy-ports.ts'
import type { CardForm, GroupTrouble, StaffThread } from './staff-ports.ts'

/** What the people of a ticket are told. Each puts its outgoing calls into the unit that changes the ticket. */
export interface Notices {
  /** Confirmation to the customer, topic and card to the staff. */
  ticketOpened(happened: {
    readonly ticket: Ticket
    readonly customer: Customer
    readonly attachments: readonly Attachment[]
  }): Promise<void>
  /**
   * The ticket's topic is of no use any more: a new one, or the group itself, with card, files, the last words, and what had not
   * got through to the old place.
   */
  threadLost(happened: { readonly ticket: Ticket; readonly to: 'topic' | 'group' }): Promise<void>
  /** The same for a ticket whose group is no longer its own; nothing where it is in the right one. */
  threadStray(ticket: Ticket): Promise<void>
  /** The ticket's card is of no use any more: another one in the same place, with the files. */
  cardLost(happened: {
    readonly ticket: Ticket
    readonly customer: Customer
    readonly attachments: readonly Attachment[]
    readonly form: CardForm
  }): Promise<void>
  /** A photo in the form is to be looked at; the outcome is for `recordPhotoLook`. */
  photoAdded(happened: {
    readonly customer: Customer
    readonly draft: Draft
    readonly photo: DraftAttachment
  }): void
  /** The shop is to be asked about the form's order; the outcome is for `recordOrder`. */
  orderAsked(happened: { readonly customer: Customer; readonly question: OrderQuestion }): void
  /** What was found out about an open form is shown where it stands, if it stands at one of these steps. */
  formLearned(happened: {
    readonly customer: Customer
    readonly draft: Draft
    readonly at: readonly IntakeStep[]
  }): Promise<void>
  /** A form was left before it was sent. */
  draftLeft(happened: { readonly customer: Customer; readonly draft: Draft }): void
  /** Silence is about to close a resolved ticket. */
  closingSoon(happened: {
    readonly ticket: Ticket
    readonly customer: Customer
    readonly closesAt: Date
  }): void
  /** The promised time will not be kept; there is a new one. */
  answerDelayed(happened: {
    readonly ticket: Ticket
    readonly customer: Customer
    readonly delayedUntil: Date
  }): Promise<void>
  /** What the ticket is promised now: the customer is told, and the card shows it. */
  priorityChanged(happened: {
    readonly ticket: Ticket
    readonly customer: Customer
    readonly sla: Sla
  }): Promise<void>
  /** Agents are told that promises are about to be broken, or that they are. */
  promiseAtRisk(happened: {
    readonly ticket: Ticket
    readonly sla: Sla
    readonly alerts: readonly SlaAlert[]
  }): Promise<void>
  /** A customer's score, or the words that go with it. */
  ticketRated(happened: {
    readonly ticket: Ticket
    readonly score: Score
    readonly comment: string | null
  }): Promise<void>
  /** Asks for a topic for a ticket in General; the call's id is `thread.topicCallId`. */
  topicClaimed(happened: {
    readonly ticket: Ticket
    readonly customer: Customer
    readonly thread: StaffThread
  }): void
  /** The ticket has a topic now: the card goes there, and where it stood (`from`) a line tells so. */
  threadMoved(happened: {
    readonly ticket: Ticket
    readonly customer: Customer
    readonly attachments: readonly Attachment[]
    readonly from: StaffThread
  }): Promise<void>
  /** The ticket's topic was closed: it is opened again. */
  threadClosed(ticket: Ticket): Promise<void>
  statusChanged(happened: {
    readonly ticket: Ticket
    readonly before: TicketStatus
    readonly customer: Customer
    readonly agent: Agent | null
  }): Promise<void>
  /** Shows a customer's message to the staff; the call's id is `message.mirrorCallId`. */
  customerWrote(happened: TicketTalk & { readonly inFlood?: boolean }): Promise<void>
  /** Says to the customer that what they wrote is in their ticket. */
  messageAdded(happened: { readonly ticket: Ticket; readonly customer: Customer }): void
  /** Shows an agent's message to the customer; the call's id is `message.mirrorCallId`. */
  agentWrote(
    happened: TicketTalk & {
      readonly agent: Agent
      /** It is a question the ticket waits with. */
      readonly asks?: boolean
    },
  ): Promise<void>
  /** Shows the staff a ready answer that an agent sent. */
  macroSent(happened: TicketTalk & { readonly agent: Agent }): Promise<void>
  /** Shows the agents what another system has answered the customer. */
  repliedElsewhere(happened: {
    readonly ticket: Ticket
    readonly message: TicketMessage
    readonly agent: Agent
  }): Promise<void>
  /** The same once more: Telegram had refused it. */
  answerResent(happened: TicketTalk & { readonly agent: Agent }): Promise<void>
  /** Shows on an agent's own message what became of it. */
  messageMarked(happened: Omit<TicketTalk, 'customer'> & { readonly as: 'delivered' | 'note' }): Promise<void>
  /** Two agents answered at once: `first` was written before `second`. */
  answersCrossed(happened: {
    readonly ticket: Ticket
    readonly first: TicketMessage
    readonly second: TicketMessage
  }): Promise<void>
  /** Shows a customer's reaction on the agent's own message; null: it was taken back. */
  customerReacted(happened: Omit<TicketTalk, 'customer'> & { readonly emoji: string | null }): Promise<void>
  /** Shows an agent's reaction on the customer's own message; null: it was taken back. */
  agentReacted(happened: TicketTalk & { readonly emoji: string | null }): void
  /** Handed over to a colleague, or (`to` null) to another category; `from` is where it lived. */
  ticketTransferred(happened: {
    readonly ticket: Ticket
    readonly customer: Customer
    readonly by: Agent
    readonly to: Agent | null
    readonly reason: string
    readonly from: StaffThread | null
  }): Promise<void>
  /** The duplicate is closed, the other one goes on: the customer is told once, both cards show it. */
  ticketsMerged(happened: {
    readonly duplicate: Ticket
    readonly into: Ticket
    readonly customer: Customer
  }): Promise<void>
  messageEdited(happened: TicketTalk & { readonly agent: Agent | null }): Promise<void>
  /** Takes an album's part quietly from the customer, whether it has gone out already or not. */
  partRecalled(happened: TicketTalk): Promise<void>
  /** Asks Telegram to delete it from the customer's chat; the outcome comes back as {@link Notices.retractionEnded}. */
  messageRetracted(happened: TicketTalk): Promise<void>
  /** Says on both sides that the message is gone, or to the staff that it could not be deleted. */
  retractionEnded(
    happened: TicketTalk & {
      readonly deleted: boolean
      /** It was mailed, too, and a letter can't be taken back. */
      readonly isInMail: boolean
    },
  ): Promise<void>
  /** Tells the staff that something meant for the customer did not arrive, or may have arrived twice. */
  deliveryTrouble(happened: {
    readonly ticket: Ticket
    readonly message: TicketMessage | null
    readonly reason: DeliveryTrouble
  }): Promise<void>
  /** Mails a code to an address that the customer has typed. */
  codeWanted(wanted: {
    readonly customer: Customer
    readonly draftId: string
    readonly email: string
    readonly code: string
  }): void
  /** A code could not be mailed: the customer is told. */
  codeNotMailed(lost: {
    readonly customer: Customer
    readonly email: string
    readonly trouble: MailTrouble
  }): void
  /** A letter did not get through: the staff is told, and the customer the first time. */
  mailTrouble(happened: {
    readonly ticket: Ticket
    readonly customer: Customer
    readonly message: TicketMessage | null
    readonly trouble: MailTrouble
    readonly isFirst: boolean
  }): Promise<void>
  /** What the customer could not be shown in the chat has been mailed to them: the staff is told. */
  deliveredByMail(happened: { readonly ticket: Ticket; readonly message: TicketMessage }): Promise<void>
  /** The customer can be reached again; what agents wrote meanwhile goes out now. */
  customerReturned(ticket: Ticket): Promise<void>
  /** A word to an agent in private did not get through: it is said where they asked for it. */
  agentNotReached(lost: LostWord): void
  /**
   * A word to an agent in the group did not get to them alone: it goes to their private chat. `shownAs`: the message that everybody
   * sees instead; null: there is none.
   */
  asideNotShown(lost: LostWord, shownAs: number | null): void
  /** Has the report of a week made and sent to a group. */
  weekOver(happened: { readonly chatId: number; readonly week: Period }): void
  /** That report may not have arrived. */
  weekNotReported(happened: { readonly chatId: number }): void
  /** A report that an agent has asked for was not sent: they are told, where they can't be reached in the group. */
  reportNotSent(lost: Pick<LostWord, 'agent' | 'asked' | 'bot'> & { readonly canBeReached: boolean }): void
  /** The guide for agents goes into the group and is pinned; `known`: the message that is to say it from now on. */
  guideWanted(wanted: {
    readonly chatId: number
    readonly callId: string
    readonly known: GroupGuide | null
  }): void
  /** The guide could not be pinned. */
  guideNotPinned(chatId: number): void
  /** One of the agents' groups has a new id. */
  groupMoved(happened: { readonly from: number; readonly to: number }): void
  /** Has a file of a ticket copied to DATA_DIR. */
  fileWanted(file: FileToKeep): void
  /** Has the copy of a file deleted. */
  fileUnwanted(fileUniqueId: string): void
  /** Has a file of all that is kept of the customer made and sent to them. */
  exportOrdered(customer: Customer): void
  exportFailed(customer: Customer): void
  /** The customer goes on, and so nothing is deleted. */
  deletionCancelled(customer: Customer): void
  /** The last sentence to a customer. */
  customerForgotten(customer: Customer): void
  /**
   * Takes a ticket out of the agents' sight, as far as Telegram lets the bot: `copies` are the messages that show it. Each list is
   * deleted for itself: what others have written the bot may not always delete.
   */
  ticketForgotten(happened: {
    readonly ticket: Ticket
    readonly copies: readonly (readonly GroupCopy[])[]
  }): Promise<void>
  /** The ticket's topic could not be deleted: agents read there what is left for them to do. */
  topicLeft(ticket: Ticket): Promise<void>
  /** Tells whoever runs a staff group, and `by`, who did it, what it lacks and what to do. */
  groupTroubled(happened: {
    readonly chatId: number
    readonly kind: GroupTrouble
    readonly by: number | null
  }): Promise<void>
  /** Tells them that it goes on. */
  groupMended(happened: { readonly chatId: number; readonly by: number | null }): Promise<void>
  /** The assignee, priority or anything else on the card is different now. */
  cardChanged(ticket: Ticket): Promise<void>
}

export interface TicketTalk {
  readonly ticket: Ticket
  readonly customer: Customer
  readonly message: TicketMessage
}

/**
 * `held`: it waits until the customer, who blocked the bot, is back; `given-up`: they were not back for too long.
 * `not-shown`: the other way round, a customer's message that the staff group refused.
 */
export type DeliveryTrouble = 'held' | 'given-up' | 'unreachable' | 'maybe-twice' | 'failed' | 'not-shown'

/** What an agent was to read, and where they had asked for it. */
export interface LostWord {
  readonly html: string
  /** Its buttons. */
  readonly markup: object
  readonly agent: { readonly telegramId: number; readonly name: string }
  readonly asked: {
    readonly chatId: number
    readonly topicId: number | null
    readonly messageId: number | null
  }
  readonly bot: string
}
