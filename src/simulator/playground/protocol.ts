/**
 * What the playground's server and its page say to each other. Types only: the page is another program.
 *
 * `GET /playground/events` is a stream of server-sent events, each a {@link Change} with the id `epoch.seq`. The first one after
 * connecting is whole, unless the page comes back with an id of the same epoch: then only what has changed since is told.
 * `POST /playground/acts` takes an {@link Act} as JSON and answers an {@link ActAnswer}.
 * `POST /playground/uploads?name=…` takes a file's bytes and answers an {@link UploadAnswer}; an act then names the upload.
 * `GET /playground/files/<file_id>` gives a file's bytes.
 */
import type { Message, MessageEntity, ReplyMarkup, User } from '../bot-api/types.ts'
import type { FaultKind } from '../faults.ts'
import type { FloodSettings } from '../flood.ts'

/** What has changed; a list that is left out has not. */
export interface Change {
  /** Another one after each start: what the page knows of an earlier one is void. */
  epoch: string
  /** Grows with each change. */
  seq: number
  /** Forget everything known before. */
  isWhole: boolean
  bot?: BotView
  people?: PersonView[]
  groups?: GroupView[]
  /** Those that are new or have changed, in no order to rely on. */
  messages?: MessageView[]
  /** New calls, oldest first; of the first change the last few hundred. */
  calls?: CallView[]
  /** What the bot is seen doing now, such as `typing`. */
  chatActions?: ChatActionView[]
  /** Taps that wait for the bot, or were answered in the last seconds. */
  taps?: TapView[]
  settings?: SettingsView
}

export interface BotView {
  user: User
  /** What is shown before a chat begins, by language; an empty code is for everybody whose language has none of its own. */
  descriptions: { languageCode: string; text: string }[]
  commands: CommandsView[]
}

/** The page finds out which of them holds for a chat: https://core.telegram.org/bots/api#determining-list-of-commands */
export interface CommandsView {
  scope: { type: string; chat_id?: number | string; user_id?: number }
  languageCode: string
  commands: { command: string; description: string }[]
}

export interface PersonView {
  user: User
  /** Whether the person ever wrote to the bot. */
  hasStarted: boolean
  hasBlocked: boolean
  isDeactivated: boolean
  /** Pinned messages of the private chat, oldest first. */
  pinned: number[]
  /** Of the private chat; none while {@link SettingsView.privateTopics} is off. */
  topics: TopicView[]
  /** The reply keyboard in force; null for none. */
  keyboard: ReplyMarkup | null
}

export interface GroupView {
  id: number
  title: string
  kind: 'group' | 'supergroup'
  isForum: boolean
  members: MemberView[]
  topics: TopicView[]
  pinned: number[]
  linkedChannelId: number | null
  /** A group that became a supergroup with this id is no longer written to. */
  upgradedTo: number | null
}

export interface MemberView {
  userId: number
  status: 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'
  isAnonymous: boolean
  /** The rights of an administrator that are given, by their Bot API names. */
  rights: string[]
}

export interface TopicView {
  id: number
  name: string
  /** RGB, as the Bot API gives it. */
  iconColor: number
  state: 'open' | 'closed' | 'deleted'
}

export interface MessageView {
  chatId: number
  /** Unique in the chat: the message's id, or `aside:<n>` for an ephemeral one. */
  key: string
  /** Messages of a chat are shown by it, ascending; an edit keeps its place. */
  order: number
  /** As Telegram gives it, keyboard included. */
  message: Message
  isDeleted: boolean
  isEdited: boolean
  isFromBot: boolean
  /** Whose account wrote it, also where an anonymous administrator or a channel is shown; null: nobody's. */
  authorId: number | null
  reactions: { emoji: string; userId: number }[]
  /** An ephemeral message is shown to this person alone; null: to all of the chat. */
  onlyFor: number | null
  /**
   * What the bot has of a person's message: `held` or `waiting` on its way, `taken` when the bot has confirmed it, `hidden` when
   * the bot is not told of it (privacy mode, not in the group). `none` for the bot's own.
   */
  delivery: 'none' | 'held' | 'waiting' | 'taken' | 'hidden'
}

export interface CallView {
  /** Grows by one with each call. */
  n: number
  /** Milliseconds since the epoch, by the playground's clock. */
  at: number
  method: string
  /** Shortened where long; null: too long to show. */
  params: Record<string, unknown>
  isOk: boolean
  /** The description sent, or what happened to the answer. */
  error: string | null
  wasApplied: boolean
  /** From the request to the answer. Real milliseconds. */
  tookMs: number
}

export interface ChatActionView {
  chatId: number
  threadId: number | null
  action: string
  /** Unix milliseconds when it is no longer shown. */
  until: number
}

export interface TapView {
  id: string
  userId: number
  chatId: number
  /** The key of the message. */
  key: string
  data: string
  /** Null: the bot has not answered yet. */
  answer: { text: string; isAlert: boolean; url: string | null } | null
}

export interface SettingsView {
  /** Milliseconds since the epoch when this was sent, and how many pass in a real one. */
  now: number
  speed: number
  limits: FloodSettings | 'off'
  /** 429s so far. */
  floodRefusals: number
  faults: FaultView[]
  privacyMode: boolean
  richMessages: 'blocks' | 'html' | 'none'
  ephemeralMessages: boolean
  /** The bot has topics in private chats, and people may open and delete them. */
  privateTopics: boolean
  isTokenRevoked: boolean
  /** Updates are kept back. */
  isHolding: boolean
  heldUpdates: number
  waitingUpdates: number
  /** Whoever runs the playground may offer more, such as "Restart the bot". */
  switches: SwitchView[]
  /** Texts behind the scenes, such as a file of settings; they are read and saved by an act. */
  papers: PaperView[]
}

export interface FaultView {
  id: string
  method: string
  kind: FaultKind
  times: number
  hits: number
}

export interface SwitchView {
  id: string
  label: string
  /** What it does, in a sentence. */
  hint: string
  /** What became of it last, or how things stand; empty for nothing to say. */
  state: string
}

export interface PaperView {
  id: string
  label: string
  /** What it is, in a sentence. */
  hint: string
}

/** Who does it. `anonymous`: as an administrator who hides; `channel`: who writes in the name of the linked channel. */
export type ActorView =
  | { as: 'person'; personId: number }
  | { as: 'anonymous'; personId: number }
  | { as: 'channel'; personId: number }
  | { as: 'other-bot' }

/** Where: a group, or the private chat of the actor with the bot, whose id is the person's; with or without a topic. */
export interface Place {
  chatId: number
  topicId?: number
}

/** What can be sent without a file of one's own. */
export type SampleKind =
  | 'photo'
  | 'document'
  | 'video'
  | 'animation'
  | 'audio'
  | 'voice'
  | 'video_note'
  | 'sticker'
  | 'location'
  | 'venue'
  | 'contact'
  | 'poll'
  | 'dice'

export interface UploadedItem {
  uploadId: string
  /** A document is sent as it is, whatever it shows. */
  kind: 'photo' | 'document' | 'video' | 'audio' | 'voice'
}

type InPlace = { actor: ActorView; place: Place }
type OnMessage = { actor: ActorView; chatId: number; messageId: number }
type InGroup = { groupId: number }
/** `byId`: the person who does it, one of the group. */
type InGroupBy = { groupId: number; byId: number }

export type Act =
  | ({ do: 'send-text'; text: string; entities?: MessageEntity[]; replyTo?: number } & InPlace)
  /** Two to ten items make an album; more than ten make several. */
  | ({ do: 'send-files'; items: UploadedItem[]; caption?: string; replyTo?: number } & InPlace)
  | ({ do: 'send-sample'; kind: SampleKind; caption?: string; replyTo?: number } & InPlace)
  /** Shows the message of one chat in another, as forwarded. */
  | ({ do: 'forward'; fromChatId: number; messageId: number } & InPlace)
  | ({ do: 'edit'; text: string } & OnMessage)
  | ({ do: 'delete' } & OnMessage)
  /** No emoji takes the person's reaction back. */
  | ({ do: 'react'; emoji: string | null } & OnMessage)
  | ({ do: 'pin' } & OnMessage)
  | ({ do: 'unpin' } & OnMessage)
  /** `key` as in {@link MessageView}. */
  | { do: 'tap'; actor: ActorView; chatId: number; key: string; data: string }
  /** A key of the reply keyboard: sends its text, or what it asks for. */
  | { do: 'press-key'; personId: number; text: string; topicId?: number }
  /** A link to the bot, as `https://t.me/<bot>?start=<payload>`: begins the chat with it. */
  | { do: 'open-link'; personId: number; url: string }
  | { do: 'create-person'; firstName: string; lastName?: string; username?: string; languageCode?: string }
  | { do: 'set-language'; personId: number; languageCode: string }
  | { do: 'block'; personId: number }
  | { do: 'unblock'; personId: number }
  | { do: 'deactivate'; personId: number }
  /** Without an owner nobody is in it but the bot. */
  | {
      do: 'create-group'
      title: string
      kind: 'forum' | 'supergroup' | 'group'
      bot: BotRightsView
      ownerId?: number
    }
  /** By themselves, or `byId` by somebody of the group who adds them or changes what they are. */
  | ({ do: 'join'; personId: number; as: 'member' | 'administrator' | 'creator'; byId?: number } & InGroup)
  | ({ do: 'leave'; personId: number } & InGroup)
  | ({ do: 'remove'; personId: number } & InGroupBy)
  /** Adds, promotes, demotes or (`absent`) removes the bot. */
  | ({ do: 'set-bot'; bot: BotRightsView } & InGroupBy)
  | ({ do: 'set-forum'; isForum: boolean } & InGroup)
  | ({ do: 'upgrade' } & InGroupBy)
  | ({ do: 'link-channel'; isLinked: boolean } & InGroup)
  /** The group's id may be the person's own, for the private chat; so also where a topic is deleted. */
  | ({ do: 'create-topic'; name: string; personId: number } & InGroup)
  | ({ do: 'close-topic' | 'reopen-topic'; topicId: number } & InGroupBy)
  | ({ do: 'delete-topic'; topicId: number } & InGroup)
  | { do: 'add-fault'; method: string; kind: FaultKind; times: number; retryAfter?: number; words?: string }
  | { do: 'remove-fault'; id: string }
  /** Lets answers go that hang. */
  | { do: 'release-faults' }
  | { do: 'set-limits'; limits: 'off' | 'telegram' | FloodSettings }
  /** How many times as fast as a real one the clock runs: 0.1 to 3,600. */
  | { do: 'set-speed'; speed: number }
  /** The clock jumps ahead. Milliseconds, at most 31 days. */
  | { do: 'leap'; ms: number }
  | {
      do: 'set-server'
      privacyMode?: boolean
      richMessages?: 'blocks' | 'html' | 'none'
      ephemeralMessages?: boolean
      privateTopics?: boolean
    }
  | { do: 'revoke-token' }
  | { do: 'restore-token' }
  | { do: 'hold-updates' }
  | { do: 'release-updates'; reversed?: boolean }
  /** Everything that was confirmed comes once more. */
  | { do: 'redeliver-updates' }
  | { do: 'switch'; id: string }
  | { do: 'read-paper'; id: string }
  /** Refused with what is wrong with the text; then the old one stays in use. */
  | { do: 'save-paper'; id: string; text: string }

/** An administrator with these rights and no others, or one of the common cases. */
export type BotRightsView = 'admin' | 'member' | 'restricted' | 'absent' | string[]

export type ActAnswer =
  | {
      isOk: true
      personId?: number
      groupId?: number
      topicId?: number
      messageId?: number
      tapId?: string
      /** Of a paper that was read. */
      text?: string
    }
  /** A sentence to show. */
  | { isOk: false; error: string }

export type UploadAnswer = { isOk: true; uploadId: string } | { isOk: false; error: string }

/** Of one upload, bytes: what a bot may be sent (https://core.telegram.org/bots/api#file). */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024
