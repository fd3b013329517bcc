/** The part of Telegram's objects this simulator produces (https://core.telegram.org/bots/api#available-types). */

export interface User {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string | undefined
  username?: string | undefined
  language_code?: string | undefined
}

export interface Chat {
  id: number
  type: 'private' | 'group' | 'supergroup' | 'channel'
  title?: string | undefined
  username?: string | undefined
  first_name?: string | undefined
  last_name?: string | undefined
  is_forum?: true | undefined
}

export interface MessageEntity {
  type: string
  /** UTF-16 code units. */
  offset: number
  length: number
  url?: string | undefined
  user?: User | undefined
  language?: string | undefined
  custom_emoji_id?: string | undefined
  unix_time?: number | undefined
  date_time_format?: string | undefined
}

export interface FileReference {
  file_id: string
  file_unique_id: string
  file_size?: number | undefined
}

export interface PhotoSize extends FileReference {
  width: number
  height: number
}

export interface NamedFile extends FileReference {
  file_name?: string | undefined
  mime_type?: string | undefined
}

export interface TimedFile extends NamedFile {
  duration: number
  width?: number | undefined
  height?: number | undefined
  length?: number | undefined
  performer?: string | undefined
  title?: string | undefined
}

export interface Sticker extends FileReference {
  type: 'regular'
  width: number
  height: number
  is_animated: boolean
  is_video: boolean
  emoji?: string | undefined
}

export interface Location {
  latitude: number
  longitude: number
  horizontal_accuracy?: number | undefined
  live_period?: number | undefined
}

export interface Venue {
  location: Location
  title: string
  address: string
}

export interface Contact {
  phone_number: string
  first_name: string
  last_name?: string | undefined
  user_id?: number | undefined
}

export interface Poll {
  id: string
  question: string
  options: { text: string; voter_count: number }[]
  total_voter_count: number
  is_closed: boolean
  is_anonymous: boolean
  type: string
  allows_multiple_answers: boolean
}

export interface InlineKeyboardButton {
  text: string
  url?: string | undefined
  callback_data?: string | undefined
  copy_text?: { text: string } | undefined
  style?: string | undefined
  [other: string]: unknown
}

export interface KeyboardButton {
  text: string
  request_contact?: boolean | undefined
  request_location?: boolean | undefined
  [other: string]: unknown
}

export interface ReplyMarkup {
  inline_keyboard?: InlineKeyboardButton[][] | undefined
  keyboard?: (KeyboardButton | string)[][] | undefined
  one_time_keyboard?: boolean | undefined
  remove_keyboard?: boolean | undefined
  force_reply?: boolean | undefined
  [other: string]: unknown
}

export interface InlineKeyboardMarkup {
  inline_keyboard: InlineKeyboardButton[][]
}

export interface ForumTopicCreated {
  name: string
  icon_color: number
  icon_custom_emoji_id?: string | undefined
}

/** What a message carries apart from where and when it was sent. */
export interface MessageContent {
  text?: string | undefined
  entities?: MessageEntity[] | undefined
  caption?: string | undefined
  caption_entities?: MessageEntity[] | undefined
  photo?: PhotoSize[] | undefined
  document?: NamedFile | undefined
  video?: TimedFile | undefined
  animation?: TimedFile | undefined
  audio?: TimedFile | undefined
  voice?: TimedFile | undefined
  video_note?: TimedFile | undefined
  sticker?: Sticker | undefined
  location?: Location | undefined
  venue?: Venue | undefined
  contact?: Contact | undefined
  poll?: Poll | undefined
  dice?: { emoji: string; value: number } | undefined
  rich_message?: Record<string, unknown> | undefined
  forum_topic_created?: ForumTopicCreated | undefined
  forum_topic_edited?: { name?: string | undefined; icon_custom_emoji_id?: string | undefined } | undefined
  forum_topic_closed?: Record<string, never> | undefined
  forum_topic_reopened?: Record<string, never> | undefined
  new_chat_members?: User[] | undefined
  left_chat_member?: User | undefined
  pinned_message?: Message | undefined
  migrate_to_chat_id?: number | undefined
  migrate_from_chat_id?: number | undefined
  group_chat_created?: true | undefined
}

export interface Message extends MessageContent {
  /** 0 for ephemeral messages. */
  message_id: number
  receiver_user?: User | undefined
  ephemeral_message_id?: number | undefined
  message_thread_id?: number | undefined
  is_topic_message?: true | undefined
  from?: User | undefined
  sender_chat?: Chat | undefined
  is_automatic_forward?: true | undefined
  /** Unix time, seconds. */
  date: number
  edit_date?: number | undefined
  chat: Chat
  media_group_id?: string | undefined
  reply_to_message?: Message | undefined
  quote?: { text: string; position: number } | undefined
  forward_origin?: Record<string, unknown> | undefined
  has_protected_content?: true | undefined
  reply_markup?: InlineKeyboardMarkup | undefined
}

export interface CallbackQuery {
  id: string
  from: User
  message: Message | { chat: Chat; message_id: number; date: 0 }
  chat_instance: string
  data: string
}

export interface Update {
  update_id: number
  [kind: string]: unknown
}
