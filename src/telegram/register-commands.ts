import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import { LANGUAGES } from '../domain/people.ts'
import type { TextsFor } from '../texts/texts.ts'

const CUSTOMER_COMMANDS = [
  'new',
  'tickets',
  'status',
  'cancel',
  'contacts',
  'language',
  'privacy',
  'help',
] as const
const STAFF_COMMANDS = [
  'take',
  'release',
  'transfer',
  'pending',
  'resolve',
  'close',
  'reopen',
  'priority',
  'tag',
  'merge',
  'm',
  'macro',
  'retract',
  'name',
  'queue',
  'find',
  'history',
  'transcript',
  'stats',
  'csv',
  'ban',
  'unban',
  'audit',
  'role',
  'guide',
  'check',
  'help',
] as const
const COMMAND_KEYS: Readonly<Record<string, string>> = {
  new: 'command-new',
  tickets: 'command-tickets',
  status: 'command-status',
  cancel: 'command-cancel',
  contacts: 'command-contacts',
  language: 'command-language',
  privacy: 'command-privacy',
  help: 'command-help',
  take: 'command-take',
  pending: 'command-pending',
  resolve: 'command-resolve',
  priority: 'command-priority',
  release: 'command-release',
  transfer: 'command-transfer',
  close: 'command-close',
  reopen: 'command-reopen',
  merge: 'command-merge',
  tag: 'command-tag',
  retract: 'command-retract',
  name: 'command-name',
  queue: 'command-queue',
  find: 'command-find',
  history: 'command-history',
  transcript: 'command-transcript',
  stats: 'command-stats',
  csv: 'command-csv',
  m: 'command-m',
  macro: 'command-macro',
  role: 'command-role',
  ban: 'command-ban',
  unban: 'command-unban',
  audit: 'command-audit',
  guide: 'command-guide',
  check: 'command-check',
}

/** The bot stays in staff groups only, so what holds for any group also holds for one that gets a new id. */
const MENUS = [
  { scope: { type: 'all_private_chats' }, names: CUSTOMER_COMMANDS },
  { scope: { type: 'all_group_chats' }, names: STAFF_COMMANDS },
] as const

/** Fills the command menus, in both languages. Best effort: a menu carries no state. @param has what there is to be shown */
export async function registerCommands(
  transport: Transport,
  log: Log,
  textsFor: TextsFor,
  has: { readonly contacts: boolean },
): Promise<void> {
  const answers: TransportAnswer[] = []
  for (const { scope, names } of MENUS)
    for (const language of LANGUAGES) {
      const t = textsFor(language)
      const offered = names.filter((command) => command !== 'contacts' || has.contacts)
      const commands = offered.map((command) => ({
        command,
        description: t.plain(COMMAND_KEYS[command] ?? command),
      }))
      answers.push(await transport.call('setMyCommands', { commands, scope, language_code: language }))
      if (language === 'en') answers.push(await transport.call('setMyCommands', { commands, scope }))
    }
  const refused = answers.filter((answer) => answer.kind !== 'ok')
  if (refused.length > 0)
    log.warn({ refused: refused.map((one) => one.kind) }, 'Command menus were not all set')
}
