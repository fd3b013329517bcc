import type { Agent, Customer } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { TicketMessage } from '../domain/ticket-message.ts'
import type { MailTrouble } from './mail-trouble.ts'

/** What becomes of single messages, on both sides. */
export interface MessageNotices {
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
  messageEdited(happened: TicketTalk & { readonly agent: Agent | null }): Promise<void>
  /** Takes an album's part quietly from the customer, whether it has gone out already or not. */
  partRecalled(happened: TicketTalk): Promise<void>
  /**
   * Takes it back before it goes (`unsent`), or asks Telegram to delete it from the customer's chat (`asked`): the outcome comes
   * back as {@link MessageNotices.retractionEnded}.
   */
  messageRetracted(happened: TicketTalk): Promise<'unsent' | 'asked'>
  /** Says on both sides that the message is gone, or to the staff that it could not be deleted. */
  retractionEnded(
    happened: TicketTalk & {
      readonly deleted: boolean
      /** It had never come into the customer's chat. */
      readonly unsent: boolean
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
