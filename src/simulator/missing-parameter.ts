import { type BotApiError, badRequest } from './bot-api/bot-api-error.ts'

const UPLOADS = new Set([
  'photo',
  'document',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
])

const WORDS: Readonly<Record<string, string>> = {
  chat_id: 'chat_id is empty',
  from_chat_id: 'chat_id is empty',
  text: 'message text is empty',
  latitude: 'latitude is empty',
  longitude: 'longitude is empty',
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  file_id: 'file_id not specified',
  user_id: 'invalid user_id specified',
  message_ids: 'message identifiers are not specified',
  action: 'wrong parameter action in request',
}

/** What the real server answers when a required parameter is not there (Client.cpp, one sentence a place). */
export function wordsForMissing(method: string, parameter: string): BotApiError {
  if (method.startsWith('send') && UPLOADS.has(parameter)) {
    return badRequest(`there is no ${parameter.replaceAll('_', ' ')} in the request`)
  }
  if (parameter === 'message_id') return badRequest(wordsForMessageId(method))
  if (parameter === 'name' && method === 'createForumTopic') return badRequest('topic title is empty')
  if (parameter === 'message_thread_id') return badRequest('message thread not found')
  return badRequest(WORDS[parameter] ?? `parameter "${parameter}" is required`)
}

function wordsForMessageId(method: string): string {
  if (method === 'deleteMessage') return 'message to delete not found'
  if (method === 'copyMessage') return 'message to copy not found'
  if (method === 'forwardMessage') return 'message to forward not found'
  if (method === 'pinChatMessage') return 'message to pin not found'
  if (method === 'setMessageReaction') return 'message to react not found'
  return 'message identifier is not specified'
}
