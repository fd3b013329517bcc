import type { DeskRules } from '../../app/desk.ts'
import type { Ids } from '../../app/ports.ts'
import type { StaffGroups } from '../../app/staff-groups.ts'
import type { StaffThread } from '../../app/staff-ports.ts'
import type { Log } from '../../delivery/ports.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Texts, TextsFor } from '../../texts/texts.ts'
import type { UnitOfTelegram } from '../context.ts'

/** What every notice works with. */
export interface NoticeScope extends UnitOfTelegram {
  readonly ids: Ids
  readonly rules: DeskRules
  readonly groups: StaffGroups
  readonly textsFor: TextsFor
  /** Where the ticket lives in the agents' groups; null where there is nobody to tell. It settles in the right one first. */
  readonly threadOf: (ticket: Ticket) => Promise<StaffThread | null>
  /** Speaks right after the commit. */
  readonly log: Pick<Log, 'info' | 'warn'>
  /** In the staff group's language. */
  readonly staffTexts: Texts
}
