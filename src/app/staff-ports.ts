/** What the agents' side of the desk works with: the groups, and each ticket's place in them. */

/** Where a ticket lives in the staff group. */
export interface StaffThread {
  readonly ticketId: string
  readonly chatId: number
  /** Null in a plain group, in General, and until the topic has been created. */
  readonly topicId: number | null
  /** The outgoing call that creates the topic, while its answer is awaited. */
  readonly topicCallId: string | null
  readonly cardCallId: string
  readonly cardMessageId: number | null
  /** `rich`: one message with all files in it; `plain`: a text, and the files behind it. */
  readonly cardForm: CardForm
  /** The menu that stands in place of the card's buttons, see views/card-menu.ts; null: the buttons. */
  readonly cardMenu: string | null
}

export type CardForm = 'rich' | 'plain'

/** The categories whose tickets belong into a group: these alone, or all but those that belong elsewhere. */
export interface GroupHome {
  readonly chatId: number
  readonly only: readonly string[] | null
  readonly except: readonly string[]
}

export interface StaffThreadStore {
  ofTicket(ticketId: string): Promise<StaffThread | null>
  /** Unfinished tickets that belong into the group and live in another, oldest first. */
  strayFrom(
    home: GroupHome,
    limit: number,
  ): Promise<readonly { readonly ticketId: string; readonly customerTelegramId: number }[]>
  byTopic(chatId: number, topicId: number): Promise<StaffThread | null>
  save(thread: StaffThread): void
  /** Keeps which menu stands on the card, and nothing else of the thread: it may have moved since it was read. */
  saveMenu(thread: StaffThread, cardMenu: string | null): void
}

/** What is known of the staff group from Telegram. */
export interface StaffGroup {
  readonly chatId: number
  readonly title: string
  readonly isForum: boolean
}

export interface StaffGroupStore {
  byId(chatId: number): Promise<StaffGroup | null>
  save(group: StaffGroup): void
  /** Every group that has another id now: old id → the one that followed. */
  moves(): Promise<ReadonlyMap<number, number>>
  /** Keeps that the group has a new id. Where somebody has kept it in between, the commit throws StaleWriteError. */
  addMove(from: number, to: number): Promise<void>
}

/** What the Bot API server was too old for. It may be upgraded: a refusal counts only until a moment. */
export interface FeatureRefusalStore {
  untilOf(feature: Feature): Promise<Date | null>
  save(feature: Feature, until: Date): void
}

export type Feature = 'rich-message' | 'ephemeral-message'

/** What keeps a staff group from being a desk. */
export type GroupTrouble = 'bot-removed' | 'cant-write' | 'not-admin' | 'no-topics-right' | 'topics-off'

/** Troubles of staff groups that their owners have been told of and that are not mended. */
export interface GroupTroubleStore {
  of(chatId: number): Promise<readonly GroupTrouble[]>
  /** The commit throws StaleWriteError where somebody has added it, or for `remove` removed it, in between. */
  add(chatId: number, kind: GroupTrouble, since: Date): void
  remove(chatId: number, kind: GroupTrouble): void
  /** Telegram's id of whoever runs the group; null: not known. */
  ownerOf(chatId: number): Promise<number | null>
  saveOwner(chatId: number, telegramId: number): void
}
