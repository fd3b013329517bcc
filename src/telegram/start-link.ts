import { createHmac, timingSafeEqual } from 'node:crypto'
import type { KnownBefore } from '../domain/intake/draft.ts'

/** What a link from the shop's site brings along; null where it says nothing. */
export interface StartLink extends KnownBefore {
  /** The customer's id in the shop. */
  readonly shopCustomerId: string | null
}

/** Telegram takes so much behind `?start=`. https://core.telegram.org/bots/features#deep-linking */
const PAYLOAD_CHARACTERS = 64
/** 72 bits: nobody tries that many links within the time one is good for. */
const SIGNATURE_BYTES = 9
const SEPARATOR = '|'
/** What the shop's words may take, separators and the moment of expiry included. */
const DATA_BYTES = (PAYLOAD_CHARACTERS / 4) * 3 - SIGNATURE_BYTES

/** Why a link could not be made. */
export class StartLinkError extends Error {
  override readonly name = 'StartLinkError'
}

/**
 * What stands behind `?start=` in a link: base64url of a signature and `expiry|customer|order|topic`, the expiry in seconds since
 * 1970, written in base 36; the signature is the beginning of the HMAC-SHA256 of the rest.
 * @throws StartLinkError when it does not fit
 */
export function packStartLink(secret: string, link: StartLink, expiresAt: Date): string {
  const words = [link.shopCustomerId, link.orderNumber, link.topic].map((word) => word ?? '')
  const wrong = words.find((word) => word.includes(SEPARATOR))
  if (wrong !== undefined)
    throw new StartLinkError(`"${wrong}" has a "${SEPARATOR}" in it, which parts one word from the next`)
  const expiry = Math.floor(expiresAt.getTime() / 1_000).toString(36)
  const data = Buffer.from([expiry, ...words].join(SEPARATOR))
  if (data.length > DATA_BYTES) {
    const over = data.length - DATA_BYTES
    throw new StartLinkError(
      `Telegram takes ${PAYLOAD_CHARACTERS} characters, this is ${over} bytes too long`,
    )
  }
  return Buffer.concat([sign(secret, data), data]).toString('base64url')
}

/** The link that was signed with this secret, or why it counts for nothing. */
export function readStartLink(
  secret: string,
  payload: string,
  now: Date,
): StartLink | { readonly refused: 'forged' | 'expired' } {
  const bytes = Buffer.from(payload, 'base64url')
  const data = bytes.subarray(SIGNATURE_BYTES)
  const signature = bytes.subarray(0, SIGNATURE_BYTES)
  const isOurs = signature.length === SIGNATURE_BYTES && timingSafeEqual(signature, sign(secret, data))
  if (!isOurs) return { refused: 'forged' }
  const [expiry = '', ...words] = data.toString('utf8').split(SEPARATOR)
  const expiresAtMs = Number.parseInt(expiry, 36) * 1_000
  if (!(expiresAtMs > now.getTime())) return { refused: 'expired' }
  const [shopCustomerId, orderNumber, topic] = words.map((word) => (word === '' ? null : word))
  return {
    shopCustomerId: shopCustomerId ?? null,
    orderNumber: orderNumber ?? null,
    topic: topic ?? null,
  }
}

function sign(secret: string, data: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(data).digest().subarray(0, SIGNATURE_BYTES)
}
