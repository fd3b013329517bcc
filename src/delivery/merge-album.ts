import type { StoredCall } from './outgoing-call.ts'

type Payload = { readonly [key: string]: unknown }

/** https://core.telegram.org/bots/api#sendmediagroup: 2–10 items; documents and audio only among themselves. */
const MOST_ITEMS = 10

const MEDIA: { readonly [method: string]: { type: string; field: string; mixes: string } } = {
  sendPhoto: { type: 'photo', field: 'photo', mixes: 'visual' },
  sendVideo: { type: 'video', field: 'video', mixes: 'visual' },
  sendDocument: { type: 'document', field: 'document', mixes: 'document' },
  sendAudio: { type: 'audio', field: 'audio', mixes: 'audio' },
}

/** What is said once for a whole album, taken from its first part. */
const SHARED = [
  'business_connection_id',
  'chat_id',
  'message_thread_id',
  'direct_messages_topic_id',
  'disable_notification',
  'protect_content',
  'allow_paid_broadcast',
  'message_effect_id',
  'reply_parameters',
] as const

/**
 * The waiting calls of `head`'s stream that belong into one album with it, sorted by `albumIndex`;
 * `[head]` when it goes alone. What does not fit (an eleventh part, another kind of media) stays for the next one.
 */
export function albumOf(head: StoredCall, stream: readonly StoredCall[]): readonly StoredCall[] {
  const mixes = mixOf(head)
  if (head.albumKey === null || mixes === null) return [head]
  const parts = stream
    .filter((call) => call.albumKey === head.albumKey && mixOf(call) === mixes)
    .sort((a, b) => a.albumIndex - b.albumIndex || a.seq - b.seq)
  const album = parts.slice(0, MOST_ITEMS)
  // The head goes in any case: a part with a smaller index that came eleventh must not push it out.
  return album.includes(head) ? album : [...album.slice(1), head].sort(byIndex)
}

const byIndex = (a: StoredCall, b: StoredCall) => a.albumIndex - b.albumIndex || a.seq - b.seq

function mixOf(call: StoredCall): string | null {
  // Albums carry no keyboards.
  if (call.payload.reply_markup !== undefined) return null
  return MEDIA[call.method]?.mixes ?? null
}

/** One `sendMediaGroup` out of single-media sends; its answer lists the messages in the same order. */
export function mergeAlbum(parts: ReadonlyArray<{ readonly method: string; readonly payload: Payload }>): {
  method: 'sendMediaGroup'
  payload: Payload
} {
  const first = parts[0]?.payload ?? {}
  const shared = SHARED.filter((key) => first[key] !== undefined).map((key) => [key, first[key]])
  return { method: 'sendMediaGroup', payload: { ...Object.fromEntries(shared), media: parts.map(mediaItem) } }
}

function mediaItem(part: { readonly method: string; readonly payload: Payload }): Payload {
  const media = MEDIA[part.method]
  if (!media) throw new Error(`Not a part of an album: ${part.method}`)
  const own = Object.entries(part.payload).filter(
    ([key]) => key !== media.field && !(SHARED as readonly string[]).includes(key),
  )
  return { type: media.type, media: part.payload[media.field], ...Object.fromEntries(own) }
}
