import type { Draft, KeptMessage } from '../domain/intake/draft.ts'
import type { Agent, Customer } from '../domain/people.ts'
import type { Rating } from '../domain/rating.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Attachment, TicketEvent, TicketMessage } from '../domain/ticket-message.ts'
import type { ApiRequestStore, ChangedTicketStore } from './api-ports.ts'
import type { AuditStore, GuideStore, MacroStore } from './desk-ports.ts'
import type { FiguresStore } from './figures-ports.ts'
import type { ErasureStore } from './privacy-ports.ts'
import type { OverviewStore, SearchStore } from './search-ports.ts'
import type { OrderFactsStore } from './shop-ports.ts'
import type {
  FeatureRefusalStore,
  GroupTroubleStore,
  StaffGroupStore,
  StaffThreadStore,
} from './staff-ports.ts'
import type { AgentPlaceStore, TagStore } from './work-ports.ts'

/**
 * The stores a use case works with. Reads are answered by the database at once; writes are collected and committed as one
 * batch with everything else the update changes. A read by id sees what the same unit has written.
 */

export interface CustomerStore {
  byId(id: string): Promise<Customer | null>
  byTelegramId(telegramId: number): Promise<Customer | null>
  /** Those who came by a link of the shop's site with this id in it, at most `limit`. */
  ofShop(shopCustomerId: string, limit: number): Promise<readonly Customer[]>
  /** Those whose data is to be deleted by now, the longest due first. */
  toForget(now: Date, limit: number): Promise<readonly Customer[]>
  /** Inserts or replaces all but the ban: the staff's lane changes that, while this one may know nothing of it yet. */
  save(customer: Customer): void
  /** Replaces the ban alone. */
  saveBan(customer: Customer): void
  /** The customer was told of their ban. */
  noteBanTold(customerId: string, at: Date): void
}

export interface AgentStore {
  byId(id: string): Promise<Agent | null>
  byTelegramId(telegramId: number): Promise<Agent | null>
  save(agent: Agent): void
}

export interface TicketPage {
  readonly tickets: readonly Ticket[]
  readonly total: number
}

export interface TicketStore {
  byId(id: string): Promise<Ticket | null>
  byNumber(number: string): Promise<Ticket | null>
  /** Neither closed nor cancelled, newest first. */
  unfinishedOf(customerId: string): Promise<readonly Ticket[]>
  /** Newest first; `page` from 0. */
  pageOf(customerId: string, page: number, pageSize: number): Promise<TicketPage>
  /** When the customer's tickets since `since` were filed, oldest first. */
  filedSince(customerId: string, since: Date): Promise<readonly Date[]>
  /** The order numbers of the customer's last `tickets` tickets, the latest first, some of them several times. */
  ordersOf(customerId: string, tickets: number): Promise<readonly string[]>
  /** The customer's ticket that already holds a part of this album, or null. */
  byAlbum(customerId: string, albumId: string): Promise<Ticket | null>
  /** Resolved before `before` and not yet closed, oldest first. */
  resolvedBefore(before: Date, limit: number): Promise<readonly Ticket[]>
  /** The same of those whose customers were not yet told that they are about to be closed. */
  unwarnedBefore(before: Date, limit: number): Promise<readonly Ticket[]>
  /** Promised between the two moments, with no answer yet and no word about it, the earliest first. */
  unansweredBetween(from: Date, to: Date, limit: number): Promise<readonly Ticket[]>
  /** Those of whose promises agents are to be told by now, the longest due first. */
  slaDue(now: Date, limit: number): Promise<readonly Ticket[]>
  /** Ended before `before` and not yet stripped, the longest ended first. */
  endedBefore(before: Date, limit: number): Promise<readonly Ticket[]>
  /** All of a customer, the oldest first. */
  allOf(customerId: string): Promise<readonly Ticket[]>
  /** How many tickets the customer filed before this moment. */
  countBefore(customerId: string, before: Date): Promise<number>
  /** The duplicates that were merged into the ticket, oldest first. */
  mergedInto(ticketId: string): Promise<readonly Ticket[]>
  add(ticket: Ticket, attachments: readonly Attachment[]): void
  addAttachment(attachment: Attachment): void
  attachmentsOf(ticketId: string): Promise<readonly Attachment[]>
  /** Replaces the ticket; `ticket.version` is the new one, the stored one must be one less, else the commit throws StaleWriteError. */
  update(ticket: Ticket): void
}

export interface MessageStore {
  byId(id: string): Promise<TicketMessage | null>
  /** The message that was written as this Telegram message, or null. */
  bySource(chatId: number, messageId: number): Promise<TicketMessage | null>
  /** The last `limit`, oldest of them first. */
  lastOf(ticketId: string, limit: number): Promise<readonly TicketMessage[]>
  /** The whole history, oldest first. */
  of(ticketId: string): Promise<readonly TicketMessage[]>
  add(message: TicketMessage): void
  /** Replaces a message that is already stored (an edit, a retraction, its mirror). */
  update(message: TicketMessage): void
}

export interface EventStore {
  /** Oldest first, with what the same unit has added. */
  of(ticketId: string): Promise<readonly TicketEvent[]>
  add(event: TicketEvent): void
}

/** Which Telegram message shows what. `subject` is a string of ours, see app/subject.ts. */
export interface MessageLinkStore {
  subjectOf(chatId: number, messageId: number): Promise<string | null>
  /** The first message in `chatId` that shows the subject. */
  messageIdOf(chatId: number, subject: string): Promise<number | null>
  /** Has any chat shown it? */
  isShown(subject: string): Promise<boolean>
  add(link: { readonly chatId: number; readonly messageId: number; readonly subject: string }): void
}

/** Messages waiting for the customer's word on where they belong, and where the question about them stands. */
export interface Parked {
  readonly customerId: string
  /** Short id, part of the question's buttons. */
  readonly id: string
  readonly messages: readonly KeptMessage[]
  readonly precededById: string | null
  readonly questionCallId: string
}

export interface DraftStore {
  of(customerId: string): Promise<Draft | null>
  /** Customers whose open form was last touched before `before` and who were not reminded of it, the longest left first. */
  leftBefore(before: Date, limit: number): Promise<readonly string[]>
  save(draft: Draft): void
  remove(customerId: string): void
  parkedOf(customerId: string): Promise<Parked | null>
  saveParked(parked: Parked): void
  removeParked(customerId: string): void
}

/** The replay log of grammY's conversations, in the same commit as everything else. */
export interface ConversationStateStore {
  read(key: string): Promise<string | null>
  write(key: string, value: string): void
  remove(key: string): void
}

/** Chats that can't be reached: what is meant for them waits in the outbox. Made by the dispatcher when Telegram refuses a call. */
export interface HoldStore {
  has(chatId: number): Promise<boolean>
  /** The chat has shown that it can be reached: what waits goes out. */
  release(chatId: number): void
  /** The chat itself has said that it can't be reached: nothing is tried until it says otherwise. */
  confirm(chatId: number): void
}

/** A file's copy below DATA_DIR. `gone`: Telegram has it no more; `failed`: it could not be had in a day of tries. */
export interface StoredFile {
  readonly fileUniqueId: string
  readonly state: 'wanted' | 'stored' | 'too-big' | 'gone' | 'failed'
  /** Relative to DATA_DIR. */
  readonly path: string | null
  /** Bytes: as Telegram says, until it is stored. */
  readonly size: number | null
  /** Of its content, in hex. */
  readonly sha256: string | null
  /** By its content; null where that tells nothing. */
  readonly mimeType: string | null
  readonly changedAt: Date
}

export interface StoredFileStore {
  of(fileUniqueId: string): Promise<StoredFile | null>
  /** Where another lane has added the same file meanwhile, the commit throws StaleWriteError. */
  add(file: StoredFile): void
  update(file: StoredFile): void
}

/** What became of a problem's ready answer. */
export interface SelfHelpOutcome {
  readonly id: string
  readonly categoryId: string
  readonly problemId: string
  /** False: the customer went on to a ticket. */
  readonly helped: boolean
  readonly at: Date
}

export interface SelfHelpStore {
  add(outcome: SelfHelpOutcome): void
}

export interface RatingStore {
  of(ticketId: string): Promise<Rating | null>
  /** Inserts or replaces: a ticket has one. */
  save(rating: Rating): void
}

export interface Stores {
  readonly customers: CustomerStore
  readonly agents: AgentStore
  readonly tickets: TicketStore
  readonly messages: MessageStore
  readonly events: EventStore
  readonly threads: StaffThreadStore
  readonly links: MessageLinkStore
  readonly drafts: DraftStore
  readonly conversations: ConversationStateStore
  readonly storedFiles: StoredFileStore
  readonly staffGroups: StaffGroupStore
  readonly holds: HoldStore
  readonly refusals: FeatureRefusalStore
  readonly groupTroubles: GroupTroubleStore
  readonly selfHelp: SelfHelpStore
  readonly ratings: RatingStore
  readonly orderFacts: OrderFactsStore
  readonly erasure: ErasureStore
  readonly search: SearchStore
  readonly overviews: OverviewStore
  readonly figures: FiguresStore
  readonly audit: AuditStore
  readonly macros: MacroStore
  readonly guides: GuideStore
  readonly apiRequests: ApiRequestStore
  readonly changedTickets: ChangedTicketStore
  readonly tags: TagStore
  readonly agentPlaces: AgentPlaceStore
}

/** Ids are made by us, so that one batch can refer to its own rows. */
export interface Ids {
  /** 12 characters of `A-Za-z0-9_-`, 72 random bits: fits into a button's data. */
  next(): string
  /** A whole number from 0 (inclusive) to `below` (exclusive), unpredictable. */
  randomBelow(below: number): number
}
