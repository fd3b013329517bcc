/** What a page may ask the playground to do, and what it is answered; see `protocol.ts`. */
import type { CONTENT_KINDS } from '../bot-api/content-kinds.ts'
import type { MessageEntity } from '../bot-api/types.ts'
import type { FaultKind } from '../faults.ts'
import type { FloodSettings } from '../flood.ts'
import type { Wording } from './protocol.ts'
import type { Refusal } from './refusal.ts'

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
export type SampleKind = (typeof CONTENT_KINDS)[number]

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
  /** With an item the message gets that photo, video or document in place of its own, which must be of the same kind. */
  | ({ do: 'edit'; text: string; item?: UploadedItem } & OnMessage)
  | ({ do: 'delete' } & OnMessage)
  /** No emoji takes the person's reaction back. */
  | ({ do: 'react'; emoji: string | null } & OnMessage)
  | ({ do: 'pin' } & OnMessage)
  | ({ do: 'unpin' } & OnMessage)
  /** `key` as in `MessageView`. */
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
  /** With `chatId` only calls that name this chat meet it. */
  | {
      do: 'add-fault'
      method: string
      kind: FaultKind
      times: number
      chatId?: number
      retryAfter?: number
      words?: string
    }
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
      text?: string | Wording
    }
  | Refused

export type UploadAnswer = { isOk: true; uploadId: string } | Refused

export interface Refused {
  isOk: false
  refusal: Refusal
}

/** Of one upload, bytes: what a bot may be sent (https://core.telegram.org/bots/api#file). */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024
