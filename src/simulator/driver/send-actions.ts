import type { Message, MessageContent, MessageEntity } from '../bot-api/types.ts'
import { contentOf, mayBeShared, originOf } from '../state/forwarded.ts'
import { deliverMessage, postMessage } from '../state/post-message.ts'
import type { Actor } from './context.ts'
import { describeFile, type FileOptions, type MediaOptions, mediaContent } from './media-content.ts'
import { typedText } from './typed-text.ts'

export interface SendOptions {
  /** The message replied to. */
  replyTo?: number
  /** The topic's id, in a forum. */
  topic?: number
  entities?: MessageEntity[]
}

export interface SendActions {
  /** A text over 4096 characters is split as clients split it; the first part is returned. */
  sendText(text: string, options?: SendOptions): Message
  sendPhoto(options?: MediaOptions & SendOptions): Message
  sendDocument(options?: FileOptions & SendOptions): Message
  sendVideo(options?: MediaOptions & SendOptions): Message
  sendAnimation(options?: MediaOptions & SendOptions): Message
  sendAudio(options?: FileOptions & SendOptions): Message
  sendVoice(options?: MediaOptions & SendOptions): Message
  sendVideoNote(options?: SendOptions): Message
  sendSticker(options?: { emoji?: string } & SendOptions): Message
  sendLocation(options?: { latitude?: number; longitude?: number } & SendOptions): Message
  sendVenue(options?: { title?: string; address?: string } & SendOptions): Message
  /** `isOwn`: the contact is the account's own, as when a bot asked for it. */
  sendContact(options?: { phoneNumber?: string; firstName?: string; isOwn?: boolean } & SendOptions): Message
  sendPoll(options?: { question?: string; options?: string[] } & SendOptions): Message
  sendDice(options?: { emoji?: string; value?: number } & SendOptions): Message
  /** Shows a message of any chat here, with where it comes from. */
  forward(message: Message, options?: SendOptions): Message
}

const MAX_TEXT_LENGTH = 4096

/** Shows a message to everyone; `deliver` then tells the bot. */
export function postAs(
  actor: Actor,
  content: MessageContent,
  options: SendOptions,
  { mediaGroupId, extra }: { mediaGroupId?: string; extra?: Partial<Message> } = {},
): { message: Message; deliver: () => void } {
  const { world } = actor
  actor.assertMayWrite(options.topic)
  const chat = actor.chat()
  const replied = options.replyTo === undefined ? undefined : chat.messages.get(options.replyTo)
  if (options.replyTo !== undefined && (!replied || replied.deleted)) {
    throw new Error(`there is no message ${options.replyTo} to reply to`)
  }
  const ownTopic = replied?.message.is_topic_message ? replied.message.message_thread_id : undefined
  const stored = postMessage(world, chat, {
    from: actor.from,
    authorId: actor.person.id,
    senderChat: actor.senderChat,
    content,
    threadId: options.topic ?? ownTopic,
    replyTo: replied?.message,
    mediaGroupId,
    extra: { ...actor.extra, ...extra },
  })
  return { message: stored.message, deliver: () => deliverMessage(world, chat, stored) }
}

export function createSendActions(actor: Actor): SendActions {
  const send = (content: MessageContent, options: SendOptions, extra: Partial<Message> = {}) => {
    const { message, deliver } = postAs(actor, content, options, { extra })
    deliver()
    return message
  }
  const { files } = actor.world
  return {
    sendText(text, options = {}) {
      if (text.trim() === '') throw new Error('Telegram sends no empty text')
      const parts = splitText(text).map((part) => send(typedText(part, options.entities), options))
      const [first] = parts
      if (!first) throw new Error('Telegram sends no empty text')
      return first
    },
    sendPhoto: (options = {}) => send(mediaContent(files, 'photo', options), options),
    sendDocument: (options = {}) => send(mediaContent(files, 'document', options), options),
    sendVideo: (options = {}) => send(mediaContent(files, 'video', options), options),
    sendAnimation: (options = {}) => send(mediaContent(files, 'animation', options), options),
    sendAudio: (options = {}) => send(mediaContent(files, 'audio', options), options),
    sendVoice: (options = {}) => send(mediaContent(files, 'voice', options), options),
    sendVideoNote: (options = {}) => send(mediaContent(files, 'video_note', {}), options),
    sendSticker: (options = {}) => send(describeFile(files, 'sticker', options), options),
    sendLocation: ({ latitude = 55.7522, longitude = 37.6156, ...options } = {}) =>
      send({ location: { latitude, longitude } }, options),
    sendVenue: ({ title = 'Place', address = 'Street 1', ...options } = {}) => {
      const location = { latitude: 55.7522, longitude: 37.6156 }
      return send({ venue: { location, title, address }, location }, options)
    },
    sendContact({ phoneNumber = '+70000000000', firstName, isOwn = false, ...options } = {}) {
      const { id, first_name, last_name } = actor.from
      const own = isOwn ? { last_name, user_id: id } : {}
      const contact = { phone_number: phoneNumber, first_name: firstName ?? first_name, ...own }
      return send({ contact }, options)
    },
    sendPoll: ({ question = 'Which one?', options: choices = ['One', 'Two'], ...options } = {}) =>
      send({ poll: newPoll(question, choices) }, options),
    sendDice: ({ emoji = '🎲', value = 4, ...options } = {}) => send({ dice: { emoji, value } }, options),
    forward(message, options = {}) {
      if (!mayBeShared(message)) throw new Error('such a message cannot be forwarded')
      return send(contentOf(message), options, originOf(message))
    },
  }
}

function splitText(text: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length; at += MAX_TEXT_LENGTH) parts.push(text.slice(at, at + MAX_TEXT_LENGTH))
  return parts
}

function newPoll(question: string, choices: readonly string[]) {
  return {
    id: String(Date.now()),
    question,
    options: choices.map((text) => ({ text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: 'regular',
    allows_multiple_answers: false,
  }
}
