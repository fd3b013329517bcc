import type { Context } from 'hono'

/** The adapter's own kind of request can't be copied, as the limit does with a body whose length is not told. */
export function asPlainRequest(c: Context): Request {
  const { url, method, headers, body } = c.req.raw
  return new Request(url, { method, headers, body, duplex: 'half' })
}
