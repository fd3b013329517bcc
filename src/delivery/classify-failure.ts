import type { TransportAnswer } from './ports.ts'

export type FailedAnswer = Exclude<TransportAnswer, { kind: 'ok' }>

/** What an answer other than "ok" means to the one who sends. */
export type CallFailure =
  /** 429: nothing may go to this chat before the time is over. */
  | { readonly kind: 'flood'; readonly retryAfterMs: number }
  | { readonly kind: 'unreachable'; readonly why: 'blocked' | 'deactivated' | 'never-started' }
  | { readonly kind: 'group-gone' }
  | { readonly kind: 'migrated'; readonly chatId: number }
  | { readonly kind: 'topic-missing' }
  | { readonly kind: 'topic-closed' }
  /** The message or topic already is what the call wants it to be. */
  | { readonly kind: 'unchanged' }
  /** The message to edit, delete, pin, copy … is not there. */
  | { readonly kind: 'target-gone' }
  /** The message to reply to is not there. */
  | { readonly kind: 'reply-target-gone' }
  | { readonly kind: 'bad-formatting' }
  | { readonly kind: 'token-revoked' }
  | { readonly kind: 'conflict'; readonly by: 'webhook' | 'poller' }
  /** Of a group: the bot may write nothing there. */
  | { readonly kind: 'cant-write' }
  /** The bot may do other things there, but not this one. */
  | { readonly kind: 'no-rights' }
  /** Topics are switched off. */
  | { readonly kind: 'not-a-forum' }
  /** Any other 4xx: the same call would be refused again. */
  | { readonly kind: 'refused' }
  /** Surely not applied, and may work later. */
  | { readonly kind: 'not-sent' }
  /** Telegram may have applied the call or not. */
  | { readonly kind: 'lost' }

/** Descriptions of 4xx answers (tdlib/telegram-bot-api and TDLib), the first match counts. */
const DESCRIPTIONS: ReadonlyArray<readonly [RegExp, CallFailure]> = [
  [/bot was blocked by the user|USER_IS_BLOCKED/i, { kind: 'unreachable', why: 'blocked' }],
  [/user is deactivated|INPUT_USER_DEACTIVATED/i, { kind: 'unreachable', why: 'deactivated' }],
  [/can't initiate conversation with a user/i, { kind: 'unreachable', why: 'never-started' }],
  [/bot was kicked|bot is not a member|group chat was (deleted|deactivated)/i, { kind: 'group-gone' }],
  [/CHANNEL_PRIVATE|the (super)?group chat was deleted/i, { kind: 'group-gone' }],
  [/TOPIC_NOT_MODIFIED|message is not modified|MESSAGE_NOT_MODIFIED/i, { kind: 'unchanged' }],
  [/message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i, { kind: 'topic-missing' }],
  [/chat is not a forum|CHANNEL_FORUM_MISSING/i, { kind: 'not-a-forum' }],
  [/TOPIC_CLOSED/i, { kind: 'topic-closed' }],
  [
    /message to (be replied|reply) not found|repl(ied|y) message not found|REPLY_MESSAGE_ID_INVALID/i,
    { kind: 'reply-target-gone' },
  ],
  [/message to \w+( \w+)? not found|message not found|MESSAGE_ID_INVALID/i, { kind: 'target-gone' }],
  // One that can't be deleted is still there: that is a refusal.
  [/message can't be edited/i, { kind: 'target-gone' }],
  [/can't parse (\w+ )*entit|ENTITY_BOUNDS_INVALID|ENTITIES_TOO_LONG/i, { kind: 'bad-formatting' }],
  [/ENTITY_\w+_INVALID|can't find end of the entity/i, { kind: 'bad-formatting' }],
  [
    /not enough rights to send text|have no rights to send a message|no write access/i,
    { kind: 'cant-write' },
  ],
  [/CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_PLAIN_FORBIDDEN/i, { kind: 'cant-write' }],
  [/(not enough|have no|need administrator) rights/i, { kind: 'no-rights' }],
  [/CHAT_ADMIN_REQUIRED|CHAT_SEND_\w+_FORBIDDEN/i, { kind: 'no-rights' }],
]

/** Telegram always names the time; a stand-in may not. */
const DEFAULT_RETRY_AFTER_S = 5

/**
 * Sorts a failed answer by what is to be done about it.
 * @param chatId where the call was going: "chat not found" means different things for people and groups
 */
export function classifyFailure(answer: FailedAnswer, chatId: number): CallFailure {
  switch (answer.kind) {
    case 'not-sent':
      return { kind: 'not-sent' }
    case 'lost':
      return { kind: 'lost' }
    case 'error':
      return classifyError(answer, chatId)
    default:
      return unknownAnswer(answer)
  }
}

function classifyError(answer: FailedAnswer & { kind: 'error' }, chatId: number): CallFailure {
  const { code, description, parameters } = answer
  if (code === 429) return { kind: 'flood', retryAfterMs: retryAfterSeconds(answer) * 1_000 }
  if (code === 401) return { kind: 'token-revoked' }
  if (code === 409) return { kind: 'conflict', by: /webhook/i.test(description) ? 'webhook' : 'poller' }
  if (code >= 500 || code < 400) return { kind: 'lost' }
  // A copy's source may have moved, too: that is no news of the chat the copy goes to.
  if (parameters.migrate_to_chat_id !== undefined && chatId < 0)
    return { kind: 'migrated', chatId: parameters.migrate_to_chat_id }
  if (/chat not found|PEER_ID_INVALID/i.test(description)) return chatNotFound(chatId)
  return DESCRIPTIONS.find(([pattern]) => pattern.test(description))?.[1] ?? otherRefusal(code, chatId)
}

function retryAfterSeconds(answer: FailedAnswer & { kind: 'error' }): number {
  const told = answer.parameters.retry_after ?? Number(/retry after (\d+)/i.exec(answer.description)?.[1])
  return Number.isFinite(told) && told > 0 ? told : DEFAULT_RETRY_AFTER_S
}

function chatNotFound(chatId: number): CallFailure {
  return chatId < 0 ? { kind: 'group-gone' } : { kind: 'unreachable', why: 'never-started' }
}

/** A 403 of unknown wording still closes the door to a person; in a group it is about rights. */
function otherRefusal(code: number, chatId: number): CallFailure {
  if (code !== 403) return { kind: 'refused' }
  return chatId < 0 ? { kind: 'no-rights' } : { kind: 'unreachable', why: 'blocked' }
}

function unknownAnswer(answer: never): CallFailure {
  throw new Error(`Unknown kind of answer: ${JSON.stringify(answer)}`)
}
