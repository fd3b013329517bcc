import type { SampleKind } from '../../playground/act-protocol.ts'
import type { Draft } from '../store/drafts.ts'

/** https://core.telegram.org/bots/api#message, `caption` */
const WITH_CAPTION: ReadonlySet<SampleKind> = new Set([
  'photo',
  'document',
  'video',
  'animation',
  'audio',
  'voice',
])

/** What goes along with a sample as its caption; empty where there can be none. What is being edited is no caption. */
export function captionFor(kind: SampleKind, { text, editing }: Draft): string {
  return WITH_CAPTION.has(kind) && editing === null ? text.trim() : ''
}

/** What remains of a draft after a sample was sent with that caption, or without one. */
export function afterSample(now: Draft, sent: Draft, caption: string): Draft {
  const isSpent = caption !== '' && now.text === sent.text
  return {
    ...now,
    text: isSpent ? '' : now.text,
    replyTo: now.replyTo === sent.replyTo ? null : now.replyTo,
  }
}
