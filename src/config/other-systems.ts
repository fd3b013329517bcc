import { z } from 'zod'

/** Settings for programs that read from the desk and write to it. */

const SHORTEST_SECRET = 32
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,31}$/u
/** What may stand in a header. https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
const SECRET = /^[A-Za-z0-9._~+/-]+=*$/

/** `name:secret`, several with commas between them. */
export const apiTokens = z
  .string()
  .transform((text) => text.split(',').map(readToken))
  .refine((tokens) => tokens.every(({ name }) => NAME.test(name)), {
    error: 'has an entry that does not begin with a name and a colon',
    abort: true,
  })
  .refine((tokens) => tokens.every(({ secret }) => SECRET.test(secret)), {
    error: 'has a secret with characters that no header takes',
    abort: true,
  })
  .refine((tokens) => tokens.every(({ secret }) => secret.length >= SHORTEST_SECRET), {
    error: `has a secret that can be guessed: it is shorter than ${SHORTEST_SECRET} characters`,
    abort: true,
  })
  .refine((tokens) => areDifferent(tokens.map(({ name }) => name)), { error: 'has a name twice' })
  .refine((tokens) => areDifferent(tokens.map(({ secret }) => secret)), { error: 'has a secret twice' })

function readToken(entry: string): { readonly name: string; readonly secret: string } {
  const colon = entry.indexOf(':')
  return { name: entry.slice(0, Math.max(colon, 0)).trim(), secret: entry.slice(colon + 1).trim() }
}

function areDifferent(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

export const eventsUrl = z
  .url({ protocol: /^https?$/, error: 'is not an address on the web', abort: true })
  .refine((url) => url.startsWith('https:') || LOOPBACK.includes(new URL(url).hostname), {
    error: 'begins with http://, which others can read',
  })
  .refine((url) => new URL(url).username === '' && new URL(url).password === '', {
    error: 'holds a name or a password',
  })

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme */
export const eventsSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/, { error: 'is not whsec_ and base64', abort: true })
  .refine(
    (secret) => {
      const { length } = Buffer.from(secret.slice('whsec_'.length), 'base64')
      return length >= 24 && length <= 64
    },
    { error: 'has fewer than 24 or more than 64 bytes' },
  )
