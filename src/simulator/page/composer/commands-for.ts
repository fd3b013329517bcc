import type { CommandsView } from '../../playground/protocol.ts'

type Command = CommandsView['commands'][number]

/** Who looks at the commands, and where. */
export type CommandsReader =
  | { in: 'private'; userId: number; languageCode: string | undefined }
  | { in: 'group'; chatId: number; userId: number; isAdmin: boolean; languageCode: string | undefined }

type Scope = CommandsView['scope']

/**
 * The commands a person is offered: those of the narrowest scope that has some, in the person's language before any
 * (https://core.telegram.org/bots/api#determining-list-of-commands).
 */
export function commandsFor(lists: readonly CommandsView[], reader: CommandsReader): readonly Command[] {
  const language = reader.languageCode?.slice(0, 2).toLowerCase() ?? ''
  for (const wanted of scopesFor(reader)) {
    const ofScope = lists.filter(({ scope, commands }) => commands.length > 0 && isSame(scope, wanted))
    const found =
      ofScope.find(({ languageCode }) => language !== '' && languageCode === language) ??
      ofScope.find(({ languageCode }) => languageCode === '')
    if (found) return found.commands
  }
  return []
}

/** The commands that begin as typed, the one that is typed already before all others; none when the text is no command. */
export function fittingCommands(text: string, commands: readonly Command[]): readonly Command[] {
  if (!/^\/\w*$/.test(text)) return []
  const typed = text.slice(1).toLowerCase()
  const fitting = commands.filter(({ command }) => command.startsWith(typed))
  const isWhole = ({ command }: Command) => command === typed
  return [...fitting.filter(isWhole), ...fitting.filter((each) => !isWhole(each))]
}

/** The narrowest first. */
function scopesFor(reader: CommandsReader): Scope[] {
  if (reader.in === 'private') {
    return [{ type: 'chat', chat_id: reader.userId }, { type: 'all_private_chats' }, { type: 'default' }]
  }
  const { chatId: chat_id, userId: user_id, isAdmin } = reader
  return [
    { type: 'chat_member', chat_id, user_id },
    ...(isAdmin ? [{ type: 'chat_administrators', chat_id }] : []),
    { type: 'chat', chat_id },
    ...(isAdmin ? [{ type: 'all_chat_administrators' }] : []),
    { type: 'all_group_chats' },
    { type: 'default' },
  ]
}

/** Ids may come as text. */
function isSame(a: Scope, b: Scope): boolean {
  return (
    a.type === b.type && String(a.chat_id) === String(b.chat_id) && String(a.user_id) === String(b.user_id)
  )
}
