import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import { LANGUAGES } from '../domain/people.ts'
import type { TextsFor } from '../texts/texts.ts'

const CUSTOMER_COMMANDS = ['new', 'tickets', 'status', 'cancel', 'language', 'help'] as const
const STAFF_COMMANDS = ['take', 'pending', 'resolve', 'retract', 'name', 'help'] as const
const COMMAND_KEYS: Readonly<Record<string, string>> = {
  new: 'command-new',
  tickets: 'command-tickets',
  status: 'command-status',
  cancel: 'command-cancel',
  language: 'command-language',
  help: 'command-help',
  take: 'command-take',
  pending: 'command-pending',
  resolve: 'command-resolve',
  retract: 'command-retract',
  name: 'command-name',
}

/** Fills the command menus, in both languages. Best effort: a menu carries no state. */
export async function registerCommands(
  transport: Transport,
  log: Log,
  textsFor: TextsFor,
  staffGroups: readonly number[],
): Promise<void> {
  const list = (names: readonly string[], language: (typeof LANGUAGES)[number]) =>
    names.map((command) => ({
      command,
      description: textsFor(language).plain(COMMAND_KEYS[command] ?? command),
    }))
  const answers: TransportAnswer[] = []
  for (const language of LANGUAGES) {
    const scope = { type: 'all_private_chats' }
    const commands = list(CUSTOMER_COMMANDS, language)
    answers.push(await transport.call('setMyCommands', { commands, scope, language_code: language }))
    if (language === 'en') answers.push(await transport.call('setMyCommands', { commands, scope }))
    for (const chatId of staffGroups) {
      const staff = { commands: list(STAFF_COMMANDS, language), scope: { type: 'chat', chat_id: chatId } }
      answers.push(await transport.call('setMyCommands', { ...staff, language_code: language }))
    }
  }
  const refused = answers.filter((answer) => answer.kind !== 'ok')
  if (refused.length > 0)
    log.warn({ refused: refused.map((one) => one.kind) }, 'Command menus were not all set')
}
