import { badRequest } from '../bot-api/bot-api-error.ts'
import type { CommandList, World } from '../state/world.ts'
import type { Call, Handlers } from './call.ts'

function getMe({ world }: Call): unknown {
  return {
    ...world.bot,
    first_name: world.profile.get('name') ?? world.bot.first_name,
    can_join_groups: true,
    can_read_all_group_messages: !world.privacyMode,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: world.privateTopics,
    allows_users_to_create_topics: world.privateTopics,
  }
}

const sameScope = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  a.type === b.type && String(a.chat_id) === String(b.chat_id) && String(a.user_id) === String(b.user_id)

function readScope({ params }: Call): { scope: Record<string, unknown>; languageCode: string } {
  const languageCode = params.text('language_code') ?? ''
  if (languageCode !== '' && !/^[a-z]{2}$/.test(languageCode)) throw badRequest('LANG_CODE_INVALID')
  return { scope: params.json('scope') ?? { type: 'default' }, languageCode }
}

function findCommands(call: Call): CommandList | undefined {
  const { scope, languageCode } = readScope(call)
  return call.world.commands.find(
    (list) => list.languageCode === languageCode && sameScope(list.scope, scope),
  )
}

function setMyCommands(call: Call): true {
  const commands = call.params.json<CommandList['commands']>('commands') ?? []
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description.trim() === '' || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  deleteMyCommands(call)
  const plain = commands.map((each) => ({ ...each, command: each.command.replace(/^\//, '') }))
  if (plain.length > 0) call.world.commands.push({ ...readScope(call), commands: plain })
  call.world.changed()
  return true
}

function deleteMyCommands(call: Call): true {
  const known = findCommands(call)
  const { world } = call
  world.commands = world.commands.filter((list) => list !== known)
  return true
}

/** Name and descriptions: under the field's name, and the language when one is given. */
function profileKey({ params }: Call, field: string): string {
  const language = params.text('language_code')
  return language ? `${field}:${language}` : field
}

const setProfile = (field: string, maxLength: number) => (call: Call) => {
  const value = call.params.text(field) ?? ''
  if (value.length > maxLength) throw badRequest(`${field.replaceAll('_', ' ')} is too long`)
  call.world.profile.set(profileKey(call, field), value)
  call.world.changed()
  return true
}

function readProfile(world: World, call: Call, field: string): string {
  return world.profile.get(profileKey(call, field)) ?? world.profile.get(field) ?? ''
}

/** 0 stands for the default button of all private chats. */
const menuButtonKey = ({ params }: Call) => params.number('chat_id') ?? 0

export const botProfileHandlers: Handlers = {
  getMe,
  setMyCommands,
  deleteMyCommands,
  getMyCommands: (call) => findCommands(call)?.commands ?? [],
  setMyName: setProfile('name', 64),
  setMyDescription: setProfile('description', 512),
  setMyShortDescription: setProfile('short_description', 120),
  getMyName: (call) => ({ name: readProfile(call.world, call, 'name') || call.world.bot.first_name }),
  getMyDescription: (call) => ({ description: readProfile(call.world, call, 'description') }),
  getMyShortDescription: (call) => ({
    short_description: readProfile(call.world, call, 'short_description'),
  }),
  setChatMenuButton: (call) => {
    call.world.menuButtons.set(menuButtonKey(call), call.params.json('menu_button') ?? { type: 'default' })
    return true
  },
  getChatMenuButton: ({ world, params }) =>
    world.menuButtons.get(params.number('chat_id') ?? 0) ?? world.menuButtons.get(0) ?? { type: 'commands' },
}
