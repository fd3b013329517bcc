import type { ConversationFlavor } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import type { Desk } from '../app/desk.ts'
import type { Ids, Stores } from '../app/ports.ts'
import type { Log, Unit } from '../delivery/ports.ts'
import type { Agent, Customer } from '../domain/people.ts'
import type { Role } from '../domain/roles.ts'
import type { Texts, TextsFor } from '../texts/texts.ts'
import type { ReplayLog } from './replay-logs/replay-log.ts'
import type { OwnPlace } from './staff-roll.ts'

/** One update's stores and its outbox: all that a handler may change. */
export type DeskUnit = Unit & Stores & { readonly lane: string }

/** What a tap is answered with, right after the commit. */
export interface TapAnswer {
  readonly text: string
  /** A box to be closed instead of a toast: for words that must be read. */
  readonly alert: boolean
}

/** What every part of the bot is given once. */
export interface BotDeps {
  readonly ids: Ids
  readonly rules: Desk['rules']
  readonly textsFor: TextsFor
  readonly defaultLanguage: Texts['language']
  readonly now: () => Date
  readonly log: Log
  /** Signs the links of the shop's site; null: they open the plain form. */
  readonly linkSecret: string | null
  /** Somebody joined or left a staff group: what was known of them is void. */
  readonly membershipChanged: (chatId: number, telegramId: number) => void
}

/** What views and notices need of the unit at hand. */
export interface UnitOfTelegram {
  readonly unit: DeskUnit
  readonly now: Date
}

export interface DeskFlavor {
  readonly unit: DeskUnit
  readonly desk: Desk
  readonly deps: BotDeps
  /** What the sender is in the staff group they act in, fetched before the handler; null: no member. */
  readonly role: Role | null
  /** That group: the chat itself, or the one an answer in the sender's private chat belongs to; null: none. */
  readonly staffChatId: number | null
  /** The bot's own place in the group, fetched for who asks to have it checked; else null. */
  readonly ownPlace: OwnPlace | null
  /** Of the chat's conversation, fetched before the handler. */
  readonly replayLog: ReplayLog
  /** The person's language: the customer's own, or the default in the staff group. */
  t: Texts
  /** Set in private chats. */
  customer: Customer
  /** Set for members of a staff group. */
  agent: Agent
  /** Sets what the tap is answered with; the last word counts. */
  answerTap(text: string, alert?: boolean): void
}

export type DeskContext = ConversationFlavor<Context & DeskFlavor>
