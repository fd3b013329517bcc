import type { ServerResponse } from 'node:http'

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

/** What is refused, as a sentence to show. */
export function refuse(response: ServerResponse, status: number, error: string): void {
  replyJson(response, status, { isOk: false, error })
}
