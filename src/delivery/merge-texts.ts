import type { StoredCall } from './outgoing-call.ts'

type Payload = { readonly [key: string]: unknown }

/** https://core.telegram.org/bots/api#sendmessage: 4096 characters after entities parsing. */
const TEXT_MAX = 4096
const BETWEEN = '\n\n'

/**
 * The waiting texts of `head`'s stream that go out with it as one message: those right behind it that have the same key, are due, and
 * fit. `[head]` when it goes alone. What does not fit stays for the next message.
 */
export function textsOf(head: StoredCall, stream: readonly StoredCall[], now: number): readonly StoredCall[] {
  if (head.albumKey === null || !isPlainText(head.payload)) return [head]
  const texts = [head]
  let length = Math.max(lengthOf(head.payload), lengthOf(asFirst(head.payload)))
  for (const call of stream.slice(stream.indexOf(head) + 1)) {
    length += BETWEEN.length + lengthOf(call.payload)
    const isDue = (call.notBefore?.getTime() ?? 0) <= now
    if (!isDue || length > TEXT_MAX || !belongTogether(head, call)) break
    texts.push(call)
  }
  return texts
}

function belongTogether(head: StoredCall, call: StoredCall): boolean {
  const repliesAlike =
    JSON.stringify(head.payload.reply_parameters) === JSON.stringify(call.payload.reply_parameters)
  return (
    call.method === head.method &&
    call.albumKey === head.albumKey &&
    isPlainText(call.payload) &&
    repliesAlike
  )
}

/** One with a keyboard or markup of its own stays a message of its own. */
function isPlainText(payload: Payload): boolean {
  return payload.reply_markup === undefined && payload.parse_mode === undefined
}

function asFirst(payload: Payload): Payload {
  return typeof payload.$first === 'object' && payload.$first !== null ? (payload.$first as Payload) : {}
}

function lengthOf({ text }: Payload): number {
  return typeof text === 'string' ? text.length : 0
}

interface Entity {
  readonly offset: number
}

/** One `sendMessage` out of several: what is not text, the first one says. */
export function mergeTexts(parts: ReadonlyArray<{ readonly payload: Payload }>): {
  method: 'sendMessage'
  payload: Payload
} {
  let text = ''
  const entities: Entity[] = []
  for (const [index, { payload }] of parts.entries()) {
    if (index > 0) text += BETWEEN
    const own = (payload.entities ?? []) as readonly Entity[]
    for (const entity of own) entities.push({ ...entity, offset: entity.offset + text.length })
    text += String(payload.text)
  }
  const merged = { ...parts[0]?.payload, text, ...(entities.length === 0 ? {} : { entities }) }
  return { method: 'sendMessage', payload: merged }
}
