import type { Wording } from './protocol.ts'

/** Why an act is refused, as data with what the sentence names: the page says it in its own language. */
export type Refusal =
  | OfTheServer
  | OfPeople
  | OfGroups
  | OfWriting
  | OfMessages
  | OfLinks
  | OfFields
  | OfControls

type OfTheServer =
  /** What the simulated Bot API and its driver say, in their own words. */
  | { reason: 'said'; text: string }
  /** What whoever runs the playground says, in all languages. */
  | { reason: 'told'; words: Wording }
  /** Only the page itself finds out that no answer comes. */
  | { reason: 'unreachable' }
  /** A mistake of the program. */
  | { reason: 'broken' }
  | { reason: 'no-act'; detail: string }
  | { reason: 'act-too-large' | 'no-address' | 'not-at-address' | 'no-file' | 'other-site' }

type OfPeople =
  | { reason: 'no-person' }
  | { reason: 'account-deleted' | 'bot-blocked'; name: string }
  /** In a private chat one is alone with the bot. */
  | { reason: 'others-chat' | 'others-topics'; name: string }
  | { reason: 'username-taken'; username: string }

type OfGroups =
  | { reason: 'no-group' | 'topic-gone' | 'private-topics-off' }
  | { reason: 'upgraded' | 'supergroup-already' | 'plain-group'; title: string }
  | { reason: 'no-bot' | 'no-channel' | 'topics-off'; title: string }
  | { reason: 'no-member' | 'no-admin'; name: string; title: string }
  | { reason: 'topic-closed' | 'topic-closed-already' | 'topic-open-already'; topic: string }

type OfWriting =
  | { reason: 'no-text' | 'upload-gone' | 'reply-gone' | 'not-shared' | 'forward-unseen' }
  | { reason: 'text-too-long' | 'caption-too-long'; most: number; length: number }
  | { reason: 'no-photo' | 'upload-empty'; file: string }
  | { reason: 'photo-too-large' | 'upload-too-large'; file: string; megabytes: number }
  | { reason: 'key-gone' | 'key-opens-dialog'; key: string }

type OfMessages =
  | { reason: 'message-gone' | 'nothing-to-edit' | 'edit-forwarded' | 'edit-others' | 'edit-to-nothing' }
  | { reason: 'not-replaceable' }
  | { reason: 'delete-others' | 'pin-by-admins' | 'unpin-by-admins' | 'not-pinnable' | 'not-pinned' }
  | { reason: 'no-reaction'; emoji: string }

type OfLinks =
  | { reason: 'no-bot-link'; bot: string }
  | { reason: 'other-bot-link'; bot: string; other: string }
  | { reason: 'start-form' }
  | { reason: 'no-own-group'; name: string }

type OfFields =
  | { reason: 'name-empty' | 'username-form' | 'language-form' | 'not-positive' | 'leap-back' }
  | { reason: 'name-too-long'; most: number; length: number }
  | { reason: 'too-low'; least: number }
  | { reason: 'too-high'; most: number }
  | { reason: 'leap-too-far'; days: number }

type OfControls =
  | { reason: 'fault-gone' | 'no-switch' | 'no-paper' | 'paper-read-only' | 'clock-fixed' }
  | { reason: 'no-method'; method: string }
