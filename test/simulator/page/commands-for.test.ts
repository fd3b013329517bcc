import { expect, test } from 'vitest'
import { commandsFor, fittingCommands } from '../../../src/simulator/page/composer/commands-for.ts'
import type { CommandsView } from '../../../src/simulator/playground/protocol.ts'

const list = (name: string, scope: CommandsView['scope'], languageCode = ''): CommandsView => ({
  scope,
  languageCode,
  commands: [{ command: name, description: name }],
})
const CHAT = -1001
const lists = [
  list('default', { type: 'default' }),
  list('default_ru', { type: 'default' }, 'ru'),
  list('private', { type: 'all_private_chats' }),
  list('private_ru', { type: 'all_private_chats' }, 'ru'),
  list('anna', { type: 'chat', chat_id: '7' }),
  list('groups', { type: 'all_group_chats' }),
  list('admins', { type: 'all_chat_administrators' }),
  list('chat', { type: 'chat', chat_id: CHAT }),
  list('chat_admins', { type: 'chat_administrators', chat_id: CHAT }),
  list('member', { type: 'chat_member', chat_id: CHAT, user_id: 9 }),
]
const inPrivate = (userId: number, languageCode?: string, from = lists) =>
  commandsFor(from, { in: 'private', userId, languageCode })[0]?.command
const inGroup = (more: { chatId?: number; userId?: number; isAdmin?: boolean; from?: CommandsView[] }) => {
  const { chatId = CHAT, userId = 5, isAdmin = false, from = lists } = more
  return commandsFor(from, { in: 'group', chatId, userId, isAdmin, languageCode: 'en' })[0]?.command
}

test('in a private chat the narrowest scope wins, the own language within a scope first', () => {
  expect(inPrivate(7, 'ru')).toBe('anna')
  expect(inPrivate(8, 'ru')).toBe('private_ru')
  expect(inPrivate(8, 'de')).toBe('private')
  expect(inPrivate(8, undefined)).toBe('private')
  expect(inPrivate(8, 'ru', lists.slice(0, 2))).toBe('default_ru')
})

test('a narrower scope without the language comes before a wider one with it', () => {
  expect(
    inPrivate(
      8,
      'ru',
      [lists[1], lists[2]].filter((each) => each !== undefined),
    ),
  ).toBe('private')
})

test('a regional language is looked up by its first part', () => {
  expect(inPrivate(8, 'ru-RU')).toBe('private_ru')
})

test('in a group the member comes first, then the chat, administrators before the rest', () => {
  expect(inGroup({ userId: 9, isAdmin: true })).toBe('member')
  expect(inGroup({ isAdmin: true })).toBe('chat_admins')
  expect(inGroup({})).toBe('chat')
  expect(inGroup({ chatId: -2, isAdmin: true })).toBe('admins')
  expect(inGroup({ chatId: -2 })).toBe('groups')
  expect(inGroup({ from: lists.slice(0, 5) })).toBe('default')
})

test('without any list there is nothing to offer', () => {
  expect(commandsFor([], { in: 'private', userId: 1, languageCode: 'en' })).toEqual([])
})

test('what is typed to its end comes before longer commands that begin so', () => {
  const named = (...names: string[]) => names.map((command) => ({ command, description: '' }))
  const fitting = (text: string) => fittingCommands(text, named('merge', 'm', 'mine', 'take'))
  expect(fitting('/m')).toEqual(named('m', 'merge', 'mine'))
  expect(fitting('/me')).toEqual(named('merge'))
  expect(fitting('/m 12')).toEqual([])
  expect(fitting('m')).toEqual([])
})
