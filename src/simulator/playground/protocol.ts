/**
 * What the playground's server and its page say to each other. Types only: the page is another program.
 *
 * `GET /playground/events` is a stream of server-sent events, each a {@link Change} with the id `epoch.seq`. The first one after
 * connecting is whole, unless the page comes back with an id of the same epoch: then only what has changed since is told.
 * `POST /playground/acts` takes an `Act` as JSON and answers an `ActAnswer`.
 * `POST /playground/uploads?name=…` takes a file's bytes and answers an `UploadAnswer`; an act then names the upload.
 * `GET /playground/files/<file_id>` gives a file's bytes.
 * What a page may do is in `act-protocol.ts`, why it is refused in `refusal.ts`.
 */
import type { Message, ReplyMarkup, User } from '../bot-api/types.ts'
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
  /** The bot wants a reply to it (https://core.telegram.org/bots/api#forcereply), from this person alone or (null) from anybody. */
  asksReply: { placeholder: string | null; onlyFrom: number | null } | null
  reactions: { emoji: string; userId: number }[]
  /** An ephemeral message is shown to this person alone; null: to all of the chat. */
  onlyFor: number | null
  /**
   * What the bot has of a person's message: `held` or `waiting` on its way, `taken` when the bot has confirmed it, `hidden` when
   * the bot is not told of it (privacy mode, not in the group), `lost` when it did not fetch it within a day. `none` for the bot's own.
   */
  delivery: 'none' | 'held' | 'waiting' | 'taken' | 'hidden' | 'lost'
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
  /** Texts behind the scenes, such as a file of settings; they are read, and saved, by an act. */
  papers: PaperView[]
}

export interface FaultView {
  id: string
  method: string
  /** The only chat whose calls meet it; null: any. */
  chatId: number | null
  kind: FaultKind
  times: number
  hits: number
}

/** What is shown in the language of the page. */
export interface Wording {
  en: string
  ru: string
}

export interface SwitchView {
  id: string
  label: Wording
  /** What it does, in a sentence. */
  hint: Wording
  /** What became of it last, or how things stand; null: nothing to say. */
  state: StateView | null
  /** Whether it can be used as things stand; if not, to use it is refused. */
  isUsable: boolean
}

/** How something stands. `{moment}` in the words is for the page to write as it writes times. */
export interface StateView {
  words: Wording
  /** Milliseconds since the epoch, by the playground's clock. */
  moment?: number
}

export interface PaperView {
  id: string
  label: Wording
  /** What it is, in a sentence. */
  hint: Wording
  /** How much there is to read, or the like; null: nothing to say. */
  state: StateView | null
  /** It cannot be saved. */
  isReadOnly: boolean
}
