import { badRequest } from '../bot-api/bot-api-error.ts'
import { CALLBACK_LIFETIME_MS } from '../state/callbacks.ts'
import type { Call, Handlers } from './call.ts'

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

/** Longest text of an answer, UTF-16 code units. */
const MAX_ANSWER_LENGTH = 200

function answerCallbackQuery(call: Call): true {
  const { world, params } = call
  const stored = world.callbacks.get(params.text('callback_query_id') ?? '')
  const isOpen = stored && !stored.answer && world.clock.now() - stored.createdAt <= CALLBACK_LIFETIME_MS
  if (!isOpen) throw badRequest(TOO_OLD)
  const text = params.text('text')
  if (text !== undefined && text.length > MAX_ANSWER_LENGTH) throw badRequest('MESSAGE_TOO_LONG')
  stored.answer = { text, showAlert: params.flag('show_alert'), url: params.text('url') }
  world.changed()
  return true
}

export const callbackHandlers: Handlers = { answerCallbackQuery }
