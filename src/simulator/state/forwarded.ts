import { CONTENT_KINDS } from '../bot-api/content-kinds.ts'
import { isServiceMessage } from '../bot-api/service-message.ts'
import type { Message, MessageContent } from '../bot-api/types.ts'

const CONTENT_FIELDS = [
  'text',
  'entities',
  'caption',
  'caption_entities',
  ...CONTENT_KINDS,
  'rich_message',
] as const satisfies readonly (keyof MessageContent)[]

/** What goes along when a message is copied or forwarded. */
export function contentOf(message: Message): MessageContent {
  const present = CONTENT_FIELDS.filter((field) => message[field] !== undefined)
  return Object.fromEntries(present.map((field) => [field, message[field]]))
}

/** Whether a message may be shown in another chat at all. */
export function mayBeShared(message: Message): boolean {
  return !isServiceMessage(message) && !message.has_protected_content
}

/** Where a forwarded message says it comes from. */
export function originOf({
  from,
  sender_chat: chat,
  date,
  forward_origin: origin,
}: Message): Partial<Message> {
  if (origin) return { forward_origin: origin }
  if (chat) return { forward_origin: { type: 'chat', sender_chat: chat, date } }
  return { forward_origin: { type: 'user', sender_user: from, date } }
}
