import type { Agent, Customer } from '../domain/people.ts'
import type { Score } from '../domain/rating.ts'
import type { Sla } from '../domain/sla.ts'
import type { SlaAlert } from '../domain/sla-alerts.ts'
import type { Ticket, TicketStatus } from '../domain/ticket.ts'
import type { Attachment } from '../domain/ticket-message.ts'
import type { CardForm, StaffThread } from './staff-ports.ts'

/** What becomes of a ticket: its card, its place, its status, its promises. */
export interface TicketNotices {
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
  /** The assignee, priority or anything else on the card is different now. */
  cardChanged(ticket: Ticket): Promise<void>
}
