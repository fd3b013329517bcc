import type { Message } from 'grammy/types'
import {
  type FormattedText,
  isMedia,
  type MessageContent,
  type TextEntity,
} from '../../../domain/message-content.ts'
import { readTicketNumber } from '../../../domain/ticket-number.ts'
import { readContent } from '../../content/read-content.ts'

const COMMAND = /^\s*\/pending(?:@\w+)?(?:\s+|$)/i
const NUMBER = /^(?:№|#)?\s*\d[\d\-–—]*(?:\s+|$)/

/** What `/pending` is to ask the customer: the words behind the command and the ticket's number, formatted as they are. Null: none. */
export function questionIn(message: Message): MessageContent | null {
  const content = readContent(message)
  if (content.kind === 'text') {
    const body = behindCommand(content.body)
    return body && { ...content, body }
  }
  if (!isMedia(content) || content.caption === null) return null
  const caption = behindCommand(content.caption)
  return caption && { ...content, caption }
}

function behindCommand({ text, entities }: FormattedText): FormattedText | null {
  const [command] = COMMAND.exec(text) ?? []
  if (command === undefined) return null
  const [number = ''] = NUMBER.exec(text.slice(command.length)) ?? []
  const start = command.length + (readTicketNumber(number.trim()) === null ? 0 : number.length)
  const words = text.slice(start).trimEnd()
  if (words === '') return null
  return { text: words, entities: entities.flatMap((entity) => moved(entity, start, words.length)) }
}

/** The command itself is marked, too: what lies before the words is left out. */
function moved(entity: TextEntity, start: number, length: number): TextEntity[] {
  const from = Math.max(0, entity.offset - start)
  const to = Math.min(length, entity.offset + entity.length - start)
  return to > from ? [{ ...entity, offset: from, length: to - from }] : []
}
