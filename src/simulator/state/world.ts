import { randomInt } from 'node:crypto'
import type { User } from '../bot-api/types.ts'
import type { Clock } from '../clock.ts'
import type { FloodLimits } from '../flood.ts'
import type { UpdateHub } from '../updates/update-hub.ts'
import type { StoredCallback } from './callbacks.ts'
import type { AnyChat, GroupChat, Member } from './chats.ts'
import { createFileStore, type FileStore } from './files.ts'

export interface ChatAction {
  at: number
  chatId: number
  threadId?: number | undefined
  action: string
}

export interface CommandList {
  scope: Record<string, unknown>
  languageCode: string
  commands: { command: string; description: string }[]
}

export type RichMessages = 'blocks' | 'html' | 'none'

/** Everything the simulated Telegram knows. Shared by the methods (the bot's side) and the driver (people's side). */
export interface World {
  clock: Clock
  bot: User
  token: string
  tokenRevoked: boolean
  /** Whether a bot that is no administrator hears only what concerns it in a group. */
  privacyMode: boolean
  /** What the server knows of rich messages: `none` before Bot API 10.1, `html` before 10.3. */
  richMessages: RichMessages
  /** Whether the server knows ephemeral messages; one that does not shows them to all. */
  ephemeralMessages: boolean
  /** Whether the bot has topics in its private chats (Bot API 9.3), as BotFather switches them on. */
  privateTopics: boolean
  /** The zone screens tell the time in, an IANA name. */
  timeZone: string
  flood: FloodLimits
  updates: UpdateHub
  users: Map<number, User>
  chats: Map<number, AnyChat>
  files: FileStore
  callbacks: Map<string, StoredCallback>
  chatActions: ChatAction[]
  commands: CommandList[]
  /** Names and descriptions set by the bot, under method parameter and language. */
  profile: Map<string, string>
  menuButtons: Map<number, Record<string, unknown>>
  /** Tells whoever waits that something changed. */
  changed(): void
}

export interface WorldOptions {
  clock: Clock
  token: string
  botUsername: string
  updates: UpdateHub
  flood: FloodLimits
  privacyMode: boolean
  richMessages: RichMessages
  ephemeralMessages: boolean
  privateTopics: boolean
  timeZone: string
  changed: () => void
}

export function createWorld(options: WorldOptions): World {
  const { clock, token, botUsername, updates, flood, privacyMode, richMessages, timeZone, changed } = options
  const { ephemeralMessages, privateTopics } = options
  const id = Number(token.split(':')[0])
  const bot = { id, is_bot: true, first_name: 'Desk', username: botUsername }
  return {
    clock,
    bot,
    token,
    tokenRevoked: false,
    privacyMode,
    richMessages,
    ephemeralMessages,
    privateTopics,
    timeZone,
    flood,
    updates,
    users: new Map([[id, bot]]),
    chats: new Map(),
    files: createFileStore(),
    callbacks: new Map(),
    chatActions: [],
    commands: [],
    profile: new Map(),
    menuButtons: new Map(),
    changed,
  }
}

/** Unix time of the world's clock, whole seconds. */
export function unixTime(world: World): number {
  return Math.floor(world.clock.now() / 1000)
}

export function newChatBase(id: number) {
  return { id, messages: new Map(), nextMessageId: randomInt(2, 500), pinned: [], topics: new Map() }
}

/** The bot's place in a group; somebody who never was there has `left`. */
export function botMember(world: World, chat: GroupChat): Member {
  const member = chat.members.get(world.bot.id)
  return member ?? { user: world.bot, status: 'left', rights: {}, isAnonymous: false }
}

export function isPresent(member: Member | undefined): boolean {
  return member !== undefined && member.status !== 'left' && member.status !== 'kicked'
}

export function isAdmin(member: Member | undefined): boolean {
  return member?.status === 'creator' || member?.status === 'administrator'
}

export function hasRight(member: Member | undefined, right: string): boolean {
  return member?.status === 'creator' || (member?.status === 'administrator' && member.rights[right] === true)
}

export function isTokenValid(world: World, token: string): boolean {
  return token === world.token && !world.tokenRevoked
}
