import { describe, expect, test } from 'vitest'
import { type CallFailure, classifyFailure } from '../../src/delivery/classify-failure.ts'

const PERSON = 77
const GROUP = -1001

/** Texts as tdlib/telegram-bot-api and Telegram's own servers give them. */
const TABLE: ReadonlyArray<readonly [number, string, CallFailure | CallFailure['kind']]> = [
  [429, 'Too Many Requests: retry after 14', { kind: 'flood', retryAfterMs: 14_000 }],
  [403, 'Forbidden: bot was blocked by the user', { kind: 'unreachable', why: 'blocked' }],
  [403, 'Forbidden: user is deactivated', { kind: 'unreachable', why: 'deactivated' }],
  [
    403,
    "Forbidden: bot can't initiate conversation with a user",
    { kind: 'unreachable', why: 'never-started' },
  ],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'group-gone'],
  [403, 'Forbidden: bot was kicked from the group chat', 'group-gone'],
  [403, 'Forbidden: bot is not a member of the supergroup chat', 'group-gone'],
  [403, 'Forbidden: the group chat was deleted', 'group-gone'],
  [400, 'Bad Request: group chat was deactivated', 'group-gone'],
  [400, 'Bad Request: message thread not found', 'topic-missing'],
  [400, 'Bad Request: TOPIC_DELETED', 'topic-missing'],
  [400, 'Bad Request: TOPIC_ID_INVALID', 'topic-missing'],
  [400, 'Bad Request: TOPIC_CLOSED', 'topic-closed'],
  [400, 'Bad Request: TOPIC_NOT_MODIFIED', 'unchanged'],
  [
    400,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    'unchanged',
  ],
  [400, 'Bad Request: message to edit not found', 'target-gone'],
  [400, 'Bad Request: message to delete not found', 'target-gone'],
  [400, 'Bad Request: message to pin not found', 'target-gone'],
  [400, 'Bad Request: message to copy not found', 'target-gone'],
  [400, 'Bad Request: message to react not found', 'target-gone'],
  [400, 'Bad Request: message to set reaction not found', 'target-gone'],
  [400, "Bad Request: message can't be edited", 'target-gone'],
  [400, "Bad Request: message can't be deleted for everyone", 'refused'],
  [400, 'Bad Request: MESSAGE_ID_INVALID', 'target-gone'],
  [400, 'Bad Request: message to be replied not found', 'reply-target-gone'],
  [400, 'Bad Request: reply message not found', 'reply-target-gone'],
  [400, 'Bad Request: replied message not found', 'reply-target-gone'],
  [
    400,
    "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 3",
    'bad-formatting',
  ],
  [400, 'Bad Request: can\'t parse entities: Unsupported start tag "3" at byte offset 7', 'bad-formatting'],
  [400, 'Bad Request: ENTITY_BOUNDS_INVALID', 'bad-formatting'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'cant-write'],
  [400, 'Bad Request: not enough rights to create a topic', 'no-rights'],
  [400, 'Bad Request: not enough rights to send photos to the chat', 'no-rights'],
  [400, 'Bad Request: have no rights to send a message', 'cant-write'],
  [400, 'Bad Request: have no write access to the chat', 'cant-write'],
  [400, 'Bad Request: CHAT_RESTRICTED', 'cant-write'],
  [400, 'Bad Request: need administrator rights in the channel chat', 'no-rights'],
  [400, 'Bad Request: CHAT_ADMIN_REQUIRED', 'no-rights'],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'cant-write'],
  [400, 'Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN', 'no-rights'],
  [401, 'Unauthorized', 'token-revoked'],
  [
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    { kind: 'conflict', by: 'webhook' },
  ],
  [
    409,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    { kind: 'conflict', by: 'poller' },
  ],
  [400, 'Bad Request: message text is empty', 'refused'],
  [400, 'Bad Request: wrong file identifier/HTTP URL specified', 'refused'],
  [404, 'Not Found: method not found', 'refused'],
  [413, 'Request Entity Too Large', 'refused'],
  [500, 'Internal Server Error', 'lost'],
  [502, 'Bad Gateway', 'lost'],
  [504, 'Gateway Timeout', 'lost'],
  [200, '<html>', 'lost'],
]

describe('an error of Telegram', () => {
  test.each(TABLE)('%i %s', (code, description, expected) => {
    const failure = classifyFailure({ kind: 'error', code, description, parameters: {} }, GROUP)
    expect(failure).toMatchObject(typeof expected === 'string' ? { kind: expected } : expected)
  })

  test('"chat not found" is about the person or about the group', () => {
    const answer = {
      kind: 'error',
      code: 400,
      description: 'Bad Request: chat not found',
      parameters: {},
    } as const
    expect(classifyFailure(answer, PERSON)).toEqual({ kind: 'unreachable', why: 'never-started' })
    expect(classifyFailure(answer, GROUP)).toEqual({ kind: 'group-gone' })
  })

  test('a group that became a supergroup names its new id', () => {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat'
    const parameters = { migrate_to_chat_id: -100123 }
    expect(classifyFailure({ kind: 'error', code: 400, description, parameters }, -123)).toEqual({
      kind: 'migrated',
      chatId: -100123,
    })
  })

  test('a flood without a time is waited for all the same', () => {
    const answer = { kind: 'error', code: 429, description: 'Too Many Requests', parameters: {} } as const
    expect(classifyFailure(answer, PERSON)).toEqual({ kind: 'flood', retryAfterMs: 5_000 })
  })
})

test('no answer at all is either surely not sent or lost', () => {
  expect(classifyFailure({ kind: 'not-sent', description: 'ECONNREFUSED' }, 1)).toEqual({ kind: 'not-sent' })
  expect(classifyFailure({ kind: 'lost', description: 'socket hang up' }, 1)).toEqual({ kind: 'lost' })
})
