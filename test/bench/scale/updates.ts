import type { GrownCustomer, GrownDesk } from './grown-desk.ts'

/** Telegram's updates, as far as the desk reads them. https://core.telegram.org/bots/api#update */
export type Update = Readonly<Record<string, unknown>>

let lastId = 200_000_000
const nextId = () => {
  lastId += 1
  return lastId
}
const date = () => Math.floor(Date.now() / 1_000)

interface Written {
  readonly id?: number
  readonly replyTo?: number
  readonly album?: string
  readonly edited?: boolean
}

export function freshMessageId(): number {
  return nextId()
}

/** A customer writes a text, or sends a photo where `text` is null. */
export function fromCustomer(customer: GrownCustomer, text: string | null, written: Written = {}): Update {
  const { from, chat } = privateChat(customer)
  return wrap({ ...content(text), from, chat }, written, chat)
}

export function tapOfCustomer(customer: GrownCustomer, messageId: number, data: string): Update {
  const { from, chat } = privateChat(customer)
  const message = { message_id: messageId, date: date(), chat, from: { id: 123456789, is_bot: true } }
  return { callback_query: { id: String(nextId()), from, message, chat_instance: '1', data } }
}

export function reachOfCustomer(customer: GrownCustomer, status: 'kicked' | 'member'): Update {
  const { from, chat } = privateChat(customer)
  const bot = { user: { id: 123456789, is_bot: true }, status, until_date: 0 }
  return { my_chat_member: { chat, from, date: date(), old_chat_member: bot, new_chat_member: bot } }
}

/** An agent writes in a topic. */
export function fromAgent(desk: GrownDesk, topicId: number, text: string, written: Written = {}): Update {
  const { from, chat } = staffGroup(desk)
  const topic = { message_thread_id: topicId, is_topic_message: true }
  const replyTo = written.replyTo ?? topicId
  const created = written.replyTo === undefined ? { forum_topic_created: { name: 'x' } } : {}
  const reply = { reply_to_message: { message_id: replyTo, chat, date: date(), ...created } }
  return wrap({ ...content(text), from, chat, ...topic, ...reply }, { ...written, replyTo: undefined }, chat)
}

export function tapOfAgent(desk: GrownDesk, topicId: number, messageId: number, data: string): Update {
  const { from, chat } = staffGroup(desk)
  const topic = { message_thread_id: topicId, is_topic_message: true }
  const message = {
    message_id: messageId,
    date: date(),
    chat,
    from: { id: 123456789, is_bot: true },
    ...topic,
  }
  return { callback_query: { id: String(nextId()), from, message, chat_instance: '1', data } }
}

function wrap(message: Update, written: Partial<Record<keyof Written, unknown>>, chat: object): Update {
  const { id = nextId(), replyTo, album, edited } = written
  const reply = replyTo === undefined ? {} : { reply_to_message: { message_id: replyTo, chat, date: date() } }
  const whole = {
    ...{ message_id: id, date: date(), ...message, ...reply },
    ...(album === undefined ? {} : { media_group_id: album }),
  }
  return edited === true ? { edited_message: { ...whole, edit_date: date() } } : { message: whole }
}

function content(text: string | null): Update {
  const file = {
    file_id: `photo-${nextId()}`,
    file_unique_id: `u${nextId()}`,
    width: 90,
    height: 90,
    file_size: 9_000,
  }
  if (text === null) return { photo: [file] }
  const command = /^\/\w+/.exec(text)?.[0]
  if (command === undefined) return { text }
  return { text, entities: [{ type: 'bot_command', offset: 0, length: command.length }] }
}

function privateChat({ telegramId: id }: GrownCustomer) {
  const name = { id, first_name: 'Анна' }
  return { from: { ...name, is_bot: false, language_code: 'ru' }, chat: { ...name, type: 'private' } }
}

function staffGroup({ staffChatId, agents }: GrownDesk) {
  const from = { id: agents[0]?.telegramId, is_bot: false, first_name: 'Олег', language_code: 'ru' }
  return { from, chat: { id: staffChatId, type: 'supergroup', title: 'Support', is_forum: true } }
}
