import type { Message } from '../bot-api/types.ts'
import type { AnyChat, GroupChat, PrivateChat, StoredMessage, Topic } from '../state/chats.ts'
import type { World } from '../state/world.ts'
import { describeContent, serviceLine } from './describe-content.ts'

const WIDTH = 72

/** The whole private chat as readable text, topic by topic where it has some. */
export function renderPrivateChat(world: World, chat: PrivateChat): string {
  return renderChat(world, chat, `${fullName(chat.user)} ⇄ @${world.bot.username}`, chat.topics.size > 0)
}

/** A group, General first, then each topic that is not deleted. */
export function renderGroup(world: World, chat: GroupChat): string {
  return renderChat(world, chat, chat.title, chat.isForum)
}

function renderChat(world: World, chat: AnyChat, title: string, hasGeneral: boolean): string {
  const all = [...chat.messages.values()]
  const of = (id: number | undefined) => all.filter(({ message }) => message.message_thread_id === id)
  const general = hasGeneral ? [heading('General', '─')] : []
  const lines = [heading(title, '═'), ...general, ...renderMessages(world, chat, of(undefined))]
  for (const topic of chat.topics.values()) {
    if (topic.state === 'deleted') continue
    lines.push('', heading(topicTitle(topic), '─'), ...renderMessages(world, chat, of(topic.id)))
  }
  return lines.join('\n')
}

function topicTitle({ id, name, state }: Topic): string {
  return `${name} · ${id}${state === 'closed' ? ' · closed' : ''}`
}

function heading(title: string, line: string): string {
  return `${line.repeat(3)} ${title} ${line.repeat(Math.max(3, WIDTH - [...title].length - 5))}`
}

/** Albums count as one message. */
function renderMessages(world: World, chat: AnyChat, messages: readonly StoredMessage[]): string[] {
  const blocks: StoredMessage[][] = []
  for (const stored of messages) {
    const last = blocks.at(-1)
    const album = stored.message.media_group_id
    if (album !== undefined && last?.[0]?.message.media_group_id === album) last.push(stored)
    else blocks.push([stored])
  }
  return blocks.flatMap((block) => renderBlock(world, chat, block))
}

function renderBlock(world: World, chat: AnyChat, block: readonly StoredMessage[]): string[] {
  const [first] = block
  if (!first) return []
  const { message } = first
  const time = clockTime(message.date, world.timeZone)
  const service = serviceLine(message)
  if (service) return first.deleted ? [] : [`${time}  · ${service} ·`]
  const shown = block.filter(({ deleted }) => !deleted)
  const who = `${time}  ${author(world, message)}`
  if (shown.length === 0) return [`${who}: (deleted)`]
  const edited = shown.some((stored) => stored.edited) ? ' (edited)' : ''
  const reply = replyLine(chat, message)
  const body = [...(reply ? [reply] : []), ...describeContent(shown.map((stored) => stored.message))]
  const indented = body.flatMap((part) => part.split('\n')).map((line) => `       ${line}`)
  return [`${who}${edited}`, ...indented, ...reactionLine(shown), ...buttonLines(message)]
}

function clockTime(unixTime: number, timeZone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat('en-GB', options).format(unixTime * 1000)
}

function author(world: World, message: Message): string {
  if (message.sender_chat) return `${message.sender_chat.title} (as the chat)`
  if (message.from?.id === world.bot.id) return '🤖'
  return message.from ? fullName(message.from) : '?'
}

function fullName(user: { first_name: string; last_name?: string | undefined }): string {
  return [user.first_name, user.last_name].filter(Boolean).join(' ')
}

/** The quoted message, unless it only opened the topic. */
function replyLine(chat: AnyChat, { reply_to_message: replied }: Message): string | undefined {
  if (!replied || replied.forum_topic_created) return undefined
  const now = chat.messages.get(replied.message_id)
  if (!now || now.deleted) return '┃ (deleted message)'
  const [line = ''] = describeContent([now.message]).join(' ').split('\n')
  return `┃ ${line.length > 48 ? `${line.slice(0, 48)}…` : line}`
}

function reactionLine(block: readonly StoredMessage[]): string[] {
  const emojis = block.flatMap(({ reactions }) => [...reactions.values()].flat())
  return emojis.length > 0 ? [`       ${emojis.join(' ')}`] : []
}

function buttonLines({ reply_markup: markup }: Message): string[] {
  return (markup?.inline_keyboard ?? []).map(
    (row) => `       ${row.map(({ text, url }) => `[${text}${url ? ' ↗' : ''}]`).join(' ')}`,
  )
}
