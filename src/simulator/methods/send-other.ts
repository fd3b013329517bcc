import { randomInt } from 'node:crypto'
import { badRequest } from '../bot-api/bot-api-error.ts'
import type { Location, Poll } from '../bot-api/types.ts'
import type { Call, Handlers } from './call.ts'
import { sendOne } from './deliver.ts'
import { requireWritableChat, resolveThread } from './target.ts'

function readLocation({ params }: Call): Location {
  const latitude = params.number('latitude') ?? 0
  const longitude = params.number('longitude') ?? 0
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
  const live = params.number('live_period')
  return { latitude, longitude, ...(live ? { live_period: live } : {}) }
}

/** The highest value each emoji may show (https://core.telegram.org/bots/api#dice). */
const DICE: Readonly<Record<string, number>> = { '🎲': 6, '🎯': 6, '🎳': 6, '🏀': 5, '⚽': 5, '🎰': 64 }

function sendDice(call: Call): unknown {
  const emoji = call.params.text('emoji') ?? '🎲'
  const highest = DICE[emoji]
  if (!highest) throw badRequest('DICE_EMOJI_INVALID')
  return sendOne(call, { dice: { emoji, value: randomInt(1, highest + 1) } })
}

function sendPoll(call: Call): unknown {
  const { params } = call
  const question = params.text('question') ?? ''
  if (question.length > 300) throw badRequest('poll question length must not exceed 300')
  const options = (params.json<({ text: string } | string)[]>('options') ?? []).map((option) =>
    typeof option === 'string' ? option : option.text,
  )
  if (options.length < 1) throw badRequest('poll must have at least 1 option')
  if (options.length > 12) throw badRequest("poll can't have more than 12 options")
  if (options.some((text) => text.trim() === '')) throw badRequest('poll options must be non-empty')
  if (options.some((text) => text.length > 100)) throw badRequest('poll options length must not exceed 100')
  const poll: Poll = {
    id: String(randomInt(2 ** 40)),
    question,
    options: options.map((text) => ({ text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: params.flag('is_closed'),
    is_anonymous: params.all.is_anonymous !== false,
    type: params.text('type') ?? 'regular',
    allows_multiple_answers: params.flag('allows_multiple_answers'),
  }
  return sendOne(call, { poll })
}

const CHAT_ACTIONS = new Set(
  (
    'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker ' +
    'find_location record_video_note upload_video_note'
  ).split(' '),
)

function sendChatAction(call: Call): true {
  const { world, params } = call
  const action = params.text('action') ?? ''
  if (!CHAT_ACTIONS.has(action)) throw badRequest('wrong parameter action in request')
  const chat = requireWritableChat(call)
  const threadId = resolveThread(call, chat, undefined)
  world.chatActions.push({ at: world.clock.now(), chatId: chat.id, threadId, action })
  world.changed()
  return true
}

export const sendOtherHandlers: Handlers = {
  sendLocation: (call) => sendOne(call, { location: readLocation(call) }),
  sendVenue: (call) => {
    const location = readLocation(call)
    const title = call.params.text('title') ?? ''
    const address = call.params.text('address') ?? ''
    return sendOne(call, { venue: { location, title, address }, location })
  },
  sendContact: (call) =>
    sendOne(call, {
      contact: {
        phone_number: call.params.text('phone_number') ?? '',
        first_name: call.params.text('first_name') ?? '',
        last_name: call.params.text('last_name'),
      },
    }),
  sendDice,
  sendPoll,
  sendChatAction,
  sendMessageDraft: (call) => {
    if (requireWritableChat(call).kind !== 'private') throw badRequest('TEXTDRAFT_PEER_INVALID')
    return true
  },
}
