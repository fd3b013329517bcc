import type { FormattedText, MessageContent } from '../message-content.ts'
import type { PhotoFlaw } from '../photo-quality.ts'
import type { AttachedFile } from '../ticket-message.ts'
import type { ReplyStage, ReplyWish } from './reply-wish.ts'

/** A ticket being written: what the customer has answered so far. Kept in a row, so that nothing typed is lost. */

export const INTAKE_STEPS = [
  'consent',
  'category',
  'problem',
  'answer',
  'order',
  'description',
  'photos',
  'reply',
  'review',
] as const
export type IntakeStep = (typeof INTAKE_STEPS)[number]

/** A photo or a receipt the customer gave; `messageId` orders it. */
export interface DraftAttachment extends AttachedFile {
  readonly messageId: number
  /** Why it can hardly be read, once it was looked at. */
  readonly quality?: PhotoFlaw
}

/** What the shop was asked, and when (ms since 1970). */
export interface OrderQuestion {
  readonly orderNumber: string
  /** The customer's id in the shop; empty: not known. */
  readonly shopCustomerId: string
  readonly at: number
}

/** Something said that has no field of its own (a voice message, a text too long): goes into the ticket after the card. */
export interface KeptMessage {
  readonly messageId: number
  readonly albumId: string | null
  readonly content: MessageContent
  readonly replyToMessageId: number | null
  /** Seconds since 1970, the message's own date. */
  readonly sentAt: number
}

/** Whatever message holds the form now: its id once known, and the outgoing call that brings it. */
export interface PromptPlace {
  readonly callId: string
  readonly messageId: number | null
}

/** The form, or the one that is to be. */
export interface Prompt extends PromptPlace {
  /** While it waits for the end of a burst of files, to stand below them. */
  readonly settling?: SettlingPrompt
}

/** A form that is not sent before a moment, and gives way to a newer one until then. */
export interface SettlingPrompt {
  /** Ms since 1970. */
  readonly until: number
  /** Of two calls with it only the newer one is sent. */
  readonly key: string
  /** The form that is still on the screen. */
  readonly above: PromptPlace
}

/** One typed text of the description and the message that brought it. */
export interface DescriptionPart extends FormattedText {
  readonly messageId: number
}

/** `key` is part of a button: no other number of this draft ever has it. */
export interface OrderOffer {
  readonly key: string
  readonly number: string
}

/** What the shop's site knows of a question before it is asked. */
export interface KnownBefore {
  readonly orderNumber: string | null
  /** `category` or `category/problem`, ids of the catalogue. */
  readonly topic: string | null
}

export interface Draft {
  /** Short id of this draft, part of its buttons' data. */
  readonly id: string
  readonly customerId: string
  readonly categoryId: string | null
  readonly problemId: string | null
  /** The problem whose ready answer did not help: `category/problem`. */
  readonly answerRead?: string
  /** `undefined`: not asked yet; `null`: the customer has none. */
  readonly orderNumber?: string | null
  /** The message in which a number was typed last, a wrong one too: it may be corrected by an edit. */
  readonly orderMessageId?: number
  /** What a typed number may have meant, to choose from. */
  readonly orderOffers?: readonly OrderOffer[]
  /** How many numbers were offered so far. */
  readonly ordersOffered?: number
  /** The customer's earlier orders, the latest first. */
  readonly earlierOrders?: readonly string[]
  /** The last question to the shop about the order number. */
  readonly orderAsked?: OrderQuestion
  /** Texts typed for the description, joined by a line break. */
  readonly description: readonly DescriptionPart[]
  /** What the description was before the customer began to change it. */
  readonly previousDescription?: readonly DescriptionPart[]
  readonly descriptionDone: boolean
  readonly attachments: readonly DraftAttachment[]
  readonly photosDone: boolean
  /** How to answer beside the chat; left out: in the chat alone. */
  readonly reply?: ReplyWish
  /** While the customer says how to answer. */
  readonly replyStage?: ReplyStage
  readonly kept: readonly KeptMessage[]
  /** The field being changed from the review; the review comes next again. */
  readonly editing: IntakeStep | null
  /** The step whose question is on the screen. */
  readonly asked: IntakeStep | null
  readonly prompt: Prompt | null
  /** What a link of the shop's site brought along while this form was open: a new one begins with it. */
  readonly linked?: KnownBefore
  /** A closed ticket this one continues. */
  readonly precededById: string | null
  /** The customer was told that it waits. */
  readonly reminded?: true
  readonly updatedAt: Date
}
