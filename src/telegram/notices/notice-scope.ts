import type { DeskRules } from '../../app/desk.ts'
import type { Ids } from '../../app/ports.ts'
import type { StaffGroups } from '../../app/staff-groups.ts'
import type { Texts, TextsFor } from '../../texts/texts.ts'
import type { UnitOfTelegram } from '../context.ts'

/** What every notice works with. */
export interface NoticeScope extends UnitOfTelegram {
  readonly ids: Ids
  readonly rules: DeskRules
  readonly groups: StaffGroups
  readonly textsFor: TextsFor
  /** In the staff group's language. */
  readonly staffTexts: Texts
}
