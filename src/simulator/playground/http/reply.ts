import type { ServerResponse } from 'node:http'
import type { Refused } from '../act-protocol.ts'
import type { Refusal } from '../refusal.ts'

/** Nothing but what comes from here, and nothing written into the page itself. */
const PAGE_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export interface Reply {
  status: number
  type: string
  body: string | Buffer
  headers?: Readonly<Record<string, string>>
}

/** @param isHead whether only the headers are wanted */
export function reply(
  response: ServerResponse,
  { status, type, body, headers }: Reply,
  isHead = false,
): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-security-policy': PAGE_POLICY,
    ...headers,
  })
  response.end(isHead ? undefined : body)
}

export function replyJson(response: ServerResponse, status: number, value: object): void {
  reply(response, { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) })
}

export function refuse(response: ServerResponse, status: number, refusal: Refusal): void {
  const refused: Refused = { isOk: false, refusal }
  replyJson(response, status, refused)
}
