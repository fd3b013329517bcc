import type { Message } from 'grammy/types'
import type { KeptMessage } from '../../domain/intake/draft.ts'
import type {
  FormattedText,
  MediaContent,
  MediaKind,
  MessageContent,
  TextEntity,
} from '../../domain/message-content.ts'

/** What a Telegram message carries; a kind we have no words for is shown on the other side by copying it. */
export function readContent(message: Message): MessageContent {
  if (message.text !== undefined) {
    return { kind: 'text', body: formatted(message.text, message.entities) }
  }
  const media = readMedia(message)
  if (media !== null) return media
  if (message.venue !== undefined) {
    const { location, title, address } = message.venue
    return { kind: 'venue', latitude: location.latitude, longitude: location.longitude, title, address }
  }
  if (message.location !== undefined) {
    const { latitude, longitude } = message.location
    return { kind: 'location', latitude, longitude }
  }
  if (message.contact !== undefined) {
    const { phone_number, first_name, last_name } = message.contact
    return { kind: 'contact', phoneNumber: phone_number, firstName: first_name, lastName: last_name ?? null }
  }
  return { kind: 'copy', fromChatId: message.chat.id, messageId: message.message_id, what: kindOf(message) }
}

/** The message as a draft or a ticket keeps it. */
export function readKept(message: Message): KeptMessage {
  return {
    messageId: message.message_id,
    albumId: message.media_group_id ?? null,
    content: readContent(message),
    replyToMessageId: repliedTo(message),
    sentAt: message.date,
  }
}

/** The message this one replies to. In a forum every message points at its topic's creation: that is not a reply. */
export function repliedTo(message: Message): number | null {
  const reply = message.reply_to_message
  if (reply === undefined || reply.forum_topic_created !== undefined) return null
  return reply.message_id
}

function formatted(text: string, entities: readonly unknown[] | undefined): FormattedText {
  return { text, entities: (entities ?? []) as readonly TextEntity[] }
}

interface TelegramFile {
  readonly file_id: string
  readonly file_unique_id: string
  readonly file_name?: string
  readonly mime_type?: string
  readonly file_size?: number
}

function readMedia(message: Message): MediaContent | null {
  const media = (kind: MediaKind, file: TelegramFile): MediaContent => ({
    kind,
    fileId: file.file_id,
    fileUniqueId: file.file_unique_id,
    fileName: file.file_name ?? null,
    mimeType: file.mime_type ?? null,
    size: file.file_size ?? null,
    caption: message.caption === undefined ? null : formatted(message.caption, message.caption_entities),
  })
  const largest = message.photo?.at(-1)
  if (largest !== undefined) return media('photo', largest)
  // An animation also carries `document`, for old clients: it has to be looked at first.
  if (message.animation !== undefined) return media('animation', message.animation)
  if (message.document !== undefined) return media('document', message.document)
  if (message.video !== undefined) return media('video', message.video)
  if (message.audio !== undefined) return media('audio', message.audio)
  if (message.voice !== undefined) return media('voice', message.voice)
  if (message.video_note !== undefined) return media('video_note', message.video_note)
  return message.sticker === undefined ? null : media('sticker', message.sticker)
}

const RARE_KINDS = ['poll', 'dice', 'game', 'story', 'paid_media', 'checklist', 'invoice'] as const

function kindOf(message: Message): string {
  return RARE_KINDS.find((kind) => kind in message) ?? 'message'
}

const SERVICE_FIELDS = [
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'general_forum_topic_hidden',
  'general_forum_topic_unhidden',
  'pinned_message',
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'group_chat_created',
  'supergroup_chat_created',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'message_auto_delete_timer_changed',
  'video_chat_started',
  'video_chat_ended',
  'video_chat_scheduled',
  'video_chat_participants_invited',
  'boost_added',
  'chat_background_set',
  'write_access_allowed',
  'proximity_alert_triggered',
] as const

/** A line the client writes by itself (somebody joined, a topic was closed): nobody's words. */
export function isServiceMessage(message: Message): boolean {
  return SERVICE_FIELDS.some((field) => field in message)
}
