import type { MessageEntity } from '../../bot-api/types.ts'

export interface TypedText {
  text: string
  entities: MessageEntity[]
}

/** What Telegram's own apps make of marks in a typed text; code comes first, as nothing inside of it is marked. */
const MARKS: readonly { pattern: RegExp; type: string }[] = [
  { pattern: /```([\s\S]+?)```/, type: 'pre' },
  { pattern: /`([^`\n]+)`/, type: 'code' },
  { pattern: /\*\*(\S(?:[^\n]*?\S)?)\*\*/, type: 'bold' },
  { pattern: /__(\S(?:[^\n]*?\S)?)__/, type: 'italic' },
  { pattern: /~~(\S(?:[^\n]*?\S)?)~~/, type: 'strikethrough' },
  { pattern: /\|\|(\S(?:[^\n]*?\S)?)\|\|/, type: 'spoiler' },
]

/** The marks that a selection is put between, by the type of entity they become. */
export const MARK_OF: Readonly<Record<string, string>> = {
  bold: '**',
  italic: '__',
  strikethrough: '~~',
  spoiler: '||',
  code: '`',
}

/** Turns marks such as `**bold**` into entities; offsets and lengths are in UTF-16 units. */
export function readTypedMarkup(typed: string): TypedText {
  const first = earliest(typed)
  if (!first) return { text: typed, entities: [] }
  const { start, end, inner, type } = first
  const isCode = type === 'code' || type === 'pre'
  const inside = isCode ? { text: inner, entities: [] } : readTypedMarkup(inner)
  const after = readTypedMarkup(typed.slice(end))
  const offset = start + inside.text.length
  return {
    text: typed.slice(0, start) + inside.text + after.text,
    entities: [
      { type, offset: start, length: inside.text.length },
      ...shifted(inside.entities, start),
      ...shifted(after.entities, offset),
    ],
  }
}

function earliest(text: string) {
  let found: { start: number; end: number; inner: string; type: string } | undefined
  for (const { pattern, type } of MARKS) {
    const match = pattern.exec(text)
    const inner = match?.[1]
    if (!match || inner === undefined || (found && found.start <= match.index)) continue
    found = { start: match.index, end: match.index + match[0].length, inner, type }
  }
  return found
}

function shifted(entities: readonly MessageEntity[], by: number): MessageEntity[] {
  return entities.map((entity) => ({ ...entity, offset: entity.offset + by }))
}
