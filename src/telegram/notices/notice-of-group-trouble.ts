import type { GroupTrouble } from '../../app/staff-ports.ts'
import type { Texts } from '../../texts/texts.ts'
import { toPerson, toStaffGroup } from '../outgoing.ts'
import { htmlText } from '../views/keyboard.ts'
import type { NoticeScope } from './notice-scope.ts'

const KEYS: Readonly<Record<GroupTrouble, string>> = {
  'bot-removed': 'group-bot-removed',
  'cant-write': 'group-cant-write',
  'not-admin': 'group-not-admin',
  'no-topics-right': 'group-no-topics-right',
  'topics-off': 'group-topics-off',
}

/** Where the group can still be written to. */
const STILL_READ: readonly GroupTrouble[] = ['not-admin', 'no-topics-right', 'topics-off']

/** What happened and what to do: in the log, in private to whoever runs the group, and in the group itself. */
export async function noticeOfGroupTrouble(
  scope: NoticeScope,
  { chatId, kind, by }: { chatId: number; kind: GroupTrouble; by: number | null },
): Promise<void> {
  const words = (t: Texts, title: string) => t.html(KEYS[kind], { title })
  await tell(scope, { chatId, by, words, inGroup: STILL_READ.includes(kind) })
  scope.log.warn({ chatId, trouble: kind }, 'A staff group needs its owner')
}

/** All goes on, and nothing was lost. */
export async function noticeOfGroupMended(
  scope: NoticeScope,
  { chatId, by }: { chatId: number; by: number | null },
): Promise<void> {
  await tell(scope, { chatId, by, words: (t, title) => t.html('group-mended', { title }), inGroup: true })
  scope.log.info({ chatId }, 'A staff group is mended')
}

interface GroupWord {
  readonly chatId: number
  /** Who did it; they read it as well as the owner. */
  readonly by: number | null
  readonly words: (t: Texts, title: string) => string
  readonly inGroup: boolean
}

async function tell(scope: NoticeScope, { chatId, by, words, inGroup }: GroupWord): Promise<void> {
  const { unit, ids, staffTexts, textsFor } = scope
  const title = (await unit.staffGroups.byId(chatId))?.title ?? String(chatId)
  const init = (t: Texts) =>
    ({
      id: ids.next(),
      method: 'sendMessage',
      payload: htmlText(words(t, title)),
      policy: 'at-most-once',
    }) as const
  if (inGroup) unit.send(toStaffGroup(chatId, null, init(staffTexts)))
  const owner = await unit.groupTroubles.ownerOf(chatId)
  for (const telegramId of new Set([owner, by])) {
    // Whoever never started the bot, or blocked it, can't be written to.
    const person = telegramId === null ? null : await unit.customers.byTelegramId(telegramId)
    if (person !== null && person.unreachableSince === null)
      unit.send(toPerson(person.telegramId, init(textsFor(person.language))))
  }
}
