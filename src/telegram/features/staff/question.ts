import type { Message } from 'grammy/types'
import {
  type FormattedText,
  isMedia,
  type MessageContent,
  type TextEntity,
} from '../../../domain/message-content.ts'
import { readTicketNumber } from '../../../domain/ticket-number.ts'
import { readContent } from '../../content/read-content.ts'

const COMMAND = /^\s*\/pending(?:@(\w+))?(?:\s+|$)/i
const NUMBER = /^(?:№|#)?\s*\d[\d\-–—]*(?:\s+|$)/

export interface Question {
  /** The words behind the command and the ticket's number, formatted as they are, with whatever they stand under. */
  readonly content: MessageContent
  /** All that stands behind the command. */
  readonly match: string
}

/** What `/pending` is to ask the customer; null: no words, another command, or one for another bot. */
export function questionIn(message: Message, botName: string): Question | null {
  const content = readContent(message)
  if (content.kind === 'text') {
    const found = behindCommand(content.body, botName)
    return found && { match: found.match, content: { ...content, body: found.words } }
  }
  if (!isMedia(content) || content.caption === null) return null
  const found = behindCommand(content.caption, botName)
  return found && { match: found.match, content: { ...content, caption: found.words } }
}

function behindCommand(
  { text, entities }: FormattedText,
  botName: string,
): { readonly match: string; readonly words: FormattedText } | null {
  const [command, addressee = botName] = COMMAND.exec(text) ?? []
  if (command === undefined || addressee.toLowerCase() !== botName.toLowerCase()) return null
  const match = text.slice(command.length).trimEnd()
  const [number = ''] = NUMBER.exec(match) ?? []
  const start = command.length + (readTicketNumber(number.trim()) === null ? 0 : number.length)
  const words = text.slice(start).trimEnd()
  if (words === '') return null
  return {
    match,
    words: { text: words, entities: entities.flatMap((entity) => moved(entity, start, words.length)) },
  }
}

/** The command itself is marked, too: what lies before the words is left out. */
function moved(entity: TextEntity, start: number, length: number): TextEntity[] {
  const from = Math.max(0, entity.offset - start)
  const to = Math.min(length, entity.offset + entity.length - start)
  return to > from ? [{ ...entity, offset: from, length: to - from }] : []
}
