import type { Message } from '../../bot-api/types.ts'
import type { ChatWords } from '../words/chat-en.ts'
import { type Reader, textFor } from './dates-in-text.ts'
import { type RichBlock, richWords } from './rich-types.ts'

/** A message in a line, as plain words; moments as the message itself shows them to the reader. */
export function preview(message: Message, words: ChatWords, reader: Reader): string {
  const { text, caption, rich_message: rich } = message
  const media = mediaName(message, words)
  const entities = text === undefined ? message.caption_entities : message.entities
  const typed = textFor(reader, text ?? caption ?? '', entities)
  const blocks = Array.isArray(rich?.blocks) ? (rich.blocks as RichBlock[]) : []
  const line = rich ? richWords(blocks, reader) || words.richMessage : typed
  return [media, line.replaceAll(/\s+/g, ' ').trim()].filter((part) => part !== '').join(', ')
}

function mediaName(message: Message, words: ChatWords): string {
  const { animation, document, audio, sticker, venue, contact, poll, dice } = message
  if (message.photo) return words.photo
  if (animation) return words.animation
  if (document) return document.file_name ?? words.document
  if (message.video) return words.video
  if (audio) return audio.title ?? audio.file_name ?? words.audio
  if (message.voice) return words.voice
  if (message.video_note) return words.videoNote
  if (sticker) return `${words.sticker} ${sticker.emoji ?? ''}`.trim()
  if (venue) return venue.title
  if (message.location) return words.location
  if (contact) return `${words.contact} ${contact.first_name}`
  if (poll) return `${words.poll}: ${poll.question}`
  return dice ? words.dice(dice.emoji, dice.value) : ''
}
