import type { Desk } from '../app/desk.ts'
import { createStaffGroups } from '../app/staff-groups.ts'
import type { BotDeps, DeskContext, DeskUnit } from './context.ts'
import type { UpdateWork } from './create-bot.ts'
import { createNotices } from './notices/notices.ts'

/** The desk of one unit: its stores, its notices, and the moment it is worked. @param later takes what is to be done after the commit */
export function createDesk(
  deps: Omit<BotDeps, 'membershipChanged'>,
  unit: DeskUnit,
  later: (() => void)[],
): Desk {
  const now = deps.now()
  const staffTexts = deps.textsFor(deps.defaultLanguage)
  const { ids, rules, textsFor } = deps
  const log = {
    info: (fields: object, message: string) => void later.push(() => deps.log.info(fields, message)),
    warn: (fields: object, message: string) => void later.push(() => deps.log.warn(fields, message)),
  }
  const groups = createStaffGroups(rules, unit.staffGroups)
  const notices = createNotices({ unit, now, ids, rules, groups, textsFor, staffTexts, log })
  return { stores: unit, notices, ids, rules, groups, now }
}

/** Gives grammY's context what our handlers work with. */
export function equipContext(ctx: DeskContext, deps: BotDeps, work: UpdateWork): void {
  Object.assign(ctx, {
    deps,
    unit: work.unit,
    role: work.role,
    staffChatId: work.staffChatId,
    ownPlace: work.ownPlace,
    replayLog: work.replayLog,
    desk: createDesk(deps, work.unit, work.later),
    t: deps.textsFor(deps.defaultLanguage),
    answerTap: (text: string, alert = false) => work.answer({ text, alert }),
  })
}
