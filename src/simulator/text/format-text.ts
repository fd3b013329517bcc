import { badRequest } from '../bot-api/bot-api-error.ts'
import type { MessageEntity } from '../bot-api/types.ts'
import { checkEntities, detectEntities } from './entities.ts'
import { type FormattedText, parseHtml, sortEntities } from './html.ts'

const MAX_TEXT_LENGTH = 4096
const MAX_CAPTION_LENGTH = 1024

/** The server refuses to parse more source than this, bytes. */
const MAX_SOURCE_BYTES = 1 << 15

export interface TextInput {
  text: string
  parseMode?: string | undefined
  entities?: readonly MessageEntity[] | undefined
}

/**
 * Turns what a bot sent into the text people see: parses the markup, cleans, trims, and finds links and commands.
 * Lengths are counted afterwards in UTF-16 code units.
 * @throws BotApiError for markup, entities or a length Telegram refuses.
 */
export function formatMessageText(input: TextInput): FormattedText {
  if (input.text === '') throw badRequest('message text is empty')
  const formatted = formatText(input)
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (formatted.text.length > MAX_TEXT_LENGTH) throw badRequest('message is too long')
  return formatted
}

/** As `formatMessageText`, for a caption: it may be empty. */
export function formatCaption(input: TextInput): FormattedText {
  const formatted = formatText(input)
  if (formatted.text.length > MAX_CAPTION_LENGTH) throw badRequest('message caption is too long')
  return formatted
}

function formatText(input: TextInput): FormattedText {
  if (Buffer.byteLength(input.text) > MAX_SOURCE_BYTES) throw badRequest('text is too long')
  const mode = input.parseMode?.toLowerCase() ?? ''
  const parsed = parse(input, mode)
  const cleaned = trim(clean(parsed))
  return {
    text: cleaned.text,
    entities: sortEntities([...cleaned.entities, ...detectEntities(cleaned.text, cleaned.entities)]),
  }
}

function parse(input: TextInput, mode: string): FormattedText {
  if (mode === 'html') return parseHtml(input.text)
  if (mode === 'markdown' || mode === 'markdownv2') throw badRequest('parse_mode not modelled')
  if (mode !== '' && mode !== 'none') throw badRequest('unsupported parse_mode')
  return { text: input.text, entities: checkEntities(input.text, input.entities ?? []) }
}

/** Removes the characters in `dropped` and moves the entities along. */
function removeCharacters(source: FormattedText, dropped: (index: number) => boolean): FormattedText {
  const kept: number[] = [0]
  let text = ''
  for (let index = 0; index < source.text.length; index += 1) {
    if (!dropped(index)) text += source.text.charAt(index)
    kept.push(text.length)
  }
  const move = (at: number) => kept[at] ?? text.length
  const entities = source.entities
    .map((entity) => {
      const offset = move(entity.offset)
      return { ...entity, offset, length: move(entity.offset + entity.length) - offset }
    })
    .filter(({ length }) => length > 0)
  return { text, entities }
}

/** Control characters become spaces, carriage returns vanish (MessageEntity.cpp, clean_input_string). */
function clean(source: FormattedText): FormattedText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters Telegram replaces
  const text = source.text.replaceAll(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/g, ' ')
  if (!text.includes('\r')) return { text, entities: source.entities }
  return removeCharacters({ text, entities: source.entities }, (index) => text[index] === '\r')
}

function trim(source: FormattedText): FormattedText {
  const lead = source.text.length - source.text.trimStart().length
  const end = source.text.trimEnd().length
  if (lead === 0 && end === source.text.length) return source
  return removeCharacters(source, (index) => index < lead || index >= end)
}
