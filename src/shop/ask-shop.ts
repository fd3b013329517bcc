import { createHmac } from 'node:crypto'
import type { OrderFacts } from '../domain/order-facts.ts'
import { NOTHING, readOrderAnswer } from './read-order-answer.ts'

export interface ShopAddress {
  readonly url: string
  /** Shared with the shop. Neither stored nor logged. */
  readonly secret: string
}

export interface OrderInQuestion {
  readonly order: string
  /** The customer's id in the shop; null: not known. */
  readonly customer: string | null
}

/** Why there is no answer, in words that hold nothing of the question or the answer. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

/** Ms. Nothing waits for the answer, but others wait to ask. */
export const TIME_LIMIT_MS = 3_000
const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Asks the shop about one order. The signature covers the time, so that an old question can't be asked again by somebody else.
 * @throws NoAnswerError
 */
export async function askShop(
  { url, secret }: ShopAddress,
  { order, customer }: OrderInQuestion,
  now: Date,
  signal: AbortSignal,
): Promise<OrderFacts> {
  const body = JSON.stringify({ order, customer })
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      'x-desk-timestamp': timestamp,
      'x-desk-signature': `sha256=${sign(secret, `${timestamp}.${body}`)}`,
    },
    body,
    signal,
  }).catch(unlessInTime)
  if (response.status !== 200) {
    await response.body?.cancel()
    if (response.status === 404) return NOTHING
    throw new NoAnswerError(`it answers ${response.status}`)
  }
  const facts = readOrderAnswer(await readText(response).catch(unlessInTime), customer !== null)
  if ('misfit' in facts) throw new NoAnswerError(`its answer does not fit: ${facts.misfit}`)
  return facts
}

function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}

/** Messages of errors may hold the URL. */
function unlessInTime(error: unknown): never {
  if (error instanceof NoAnswerError) throw error
  const isLate = error instanceof Error && error.name === 'TimeoutError'
  throw new NoAnswerError(isLate ? 'it takes too long' : 'it can not be reached')
}

async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MAX_ANSWER_BYTES) throw new NoAnswerError('its answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
