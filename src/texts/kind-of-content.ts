import type { MessageContent } from '../domain/message-content.ts'
import type { Texts } from './texts.ts'

/** What stands for a message that has no words: a photo, a voice message, a place. */
export function kindOfContent(t: Texts, content: MessageContent): string {
  return t.plain('content-kind', { kind: content.kind === 'copy' ? content.what : content.kind })
}
