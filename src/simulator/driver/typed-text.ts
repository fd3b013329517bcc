import type { MessageContent, MessageEntity } from '../bot-api/types.ts'
import { detectEntities } from '../text/entities.ts'
import { sortEntities } from '../text/html.ts'

/** Text as a client sends it: trimmed, with what Telegram finds in it. */
export function typedText(
  text: string,
  given: MessageEntity[] = [],
): { text: string; entities?: MessageEntity[] } {
  const trimmed = text.trimEnd()
  const entities = sortEntities([...given, ...detectEntities(trimmed, given)])
  return entities.length > 0 ? { text: trimmed, entities } : { text: trimmed }
}

export function typedCaption(caption: string | undefined): MessageContent {
  if (!caption) return {}
  const { text, entities } = typedText(caption)
  return entities ? { caption: text, caption_entities: entities } : { caption: text }
}
