import type { Catalog } from '../domain/catalog.ts'
import type { SlaRules } from '../domain/sla-rules.ts'
import type { Notices } from './notices.ts'
import type { Ids, Stores } from './ports.ts'
import type { StaffGroups } from './staff-groups.ts'
import type { CardForm } from './staff-ports.ts'

/** The owner's rules. */
export interface DeskRules {
  readonly catalog: Catalog
  /** IANA name of the shop's zone. */
  readonly timeZone: string
  readonly reopenWindowDays: number
  /** What is promised, by which calendar, and who is told when it is not kept. */
  readonly sla: SlaRules
  /** Does a text hold words that hurt? Left out: it is not looked at. */
  readonly isAbusive?: (text: string) => boolean
  /** Are files to be copied to DATA_DIR? Left out: no. */
  readonly copiesFiles?: boolean
  /** Is there a server that takes mail? Left out: no. */
  readonly sendsMail?: boolean
  /** Are photos looked at before they are sent? Left out: no. */
  readonly looksAtPhotos?: boolean
  /** Is the shop asked about orders? Left out: no. */
  readonly looksUpOrders?: boolean
  /** So many days after its end a ticket's words are deleted. Left out: never. */
  readonly retentionDays?: number | null
  /** The form of cards, as far as the server can do it. */
  readonly ticketCard: CardForm
  /** The main group as the settings name it, null in set-up mode. {@link StaffGroups} knows what goes where. */
  readonly staffChatId: number | null
}

/** What a use case works with: one unit's stores and notices, and the moment it happens. */
export interface Desk {
  readonly stores: Stores
  readonly notices: Notices
  readonly ids: Ids
  readonly rules: DeskRules
  readonly groups: StaffGroups
  readonly now: Date
}

/** Who did it, as the audit keeps it. */
export type Actor = 'customer' | 'system' | `agent:${string}`
