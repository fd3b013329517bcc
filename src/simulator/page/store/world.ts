import { batch, type Signal, signal } from '@preact/signals'
import type {
  BotView,
  CallView,
  Change,
  ChatActionView,
  GroupView,
  MessageView,
  PersonView,
  SettingsView,
  TapView,
} from '../../playground/protocol.ts'

/** All that the page knows of the simulated world, kept up to date by {@link applyChange}. */
export const bot = signal<BotView | null>(null)
export const people = signal<readonly PersonView[]>([])
export const groups = signal<readonly GroupView[]>([])
export const calls = signal<readonly CallView[]>([])
export const chatActions = signal<readonly ChatActionView[]>([])
export const taps = signal<readonly TapView[]>([])
export const settings = signal<SettingsView | null>(null)
/** When the settings came, by the browser's clock, Unix milliseconds: their time is as old as that. */
export const settingsAt = signal(0)
export type Connection = 'connecting' | 'open' | 'lost'
export const connection = signal<Connection>('connecting')

/** Older calls are forgotten beyond this many. */
const MAX_CALLS = 2_000

const chats = new Map<number, Signal<readonly MessageView[]>>()

/** All messages of a chat in their order, deleted ones among them. A message that has not changed is the same object as before. */
export function messagesOf(chatId: number): Signal<readonly MessageView[]> {
  const known = chats.get(chatId)
  if (known) return known
  const created = signal<readonly MessageView[]>([])
  chats.set(chatId, created)
  return created
}

/** Takes over what the server tells. A list that a change leaves out stays as it is, unless the change is whole. */
export function applyChange(change: Change): void {
  batch(() => apply(change))
}

function apply(change: Change): void {
  if (change.bot) bot.value = change.bot
  people.value = change.people ?? kept(change, people.value)
  groups.value = change.groups ?? kept(change, groups.value)
  chatActions.value = change.chatActions ?? kept(change, chatActions.value)
  taps.value = change.taps ?? kept(change, taps.value)
  if (change.settings) {
    settings.value = change.settings
    settingsAt.value = Date.now()
  }
  if (change.calls || change.isWhole) {
    calls.value = [...kept(change, calls.value), ...(change.calls ?? [])].slice(-MAX_CALLS)
  }
  applyMessages(change)
}

function kept<T>({ isWhole }: Change, before: readonly T[]): readonly T[] {
  return isWhole ? [] : before
}

function applyMessages({ messages = [], isWhole }: Change): void {
  const byChat = new Map<number, MessageView[]>()
  for (const message of messages) {
    const list = byChat.get(message.chatId) ?? []
    list.push(message)
    byChat.set(message.chatId, list)
  }
  if (isWhole) for (const [chatId, chat] of chats) if (!byChat.has(chatId)) chat.value = []
  for (const [chatId, changed] of byChat) {
    const chat = messagesOf(chatId)
    const merged = new Map((isWhole ? [] : chat.value).map((each) => [each.key, each]))
    for (const message of changed) merged.set(message.key, message)
    chat.value = [...merged.values()].sort((a, b) => a.order - b.order)
  }
}
