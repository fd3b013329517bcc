import { Api, GrammyError, HttpError, InputFile } from 'grammy'
import { LocalFile } from '../delivery/outgoing-call.ts'
import type { Transport, TransportAnswer } from '../delivery/ports.ts'
import { fetchNatively } from './fetch-natively.ts'

/** Longer than any long poll; the callers set shorter limits of their own. Seconds. */
const CLIENT_TIMEOUT_S = 90

type RawCall = (...args: readonly (object | undefined)[]) => Promise<unknown>

/** grammY's functions for these take the signal alone. */
const WITHOUT_PAYLOAD: readonly string[] = ['getMe', 'getWebhookInfo', 'logOut', 'close']

/** The Bot API over grammY's client, every end of a call as an answer. */
export function createTransport(token: string, apiRoot: string): Transport {
  const api = new Api(token, { apiRoot, timeoutSeconds: CLIENT_TIMEOUT_S, fetch: fetchNatively })
  const raw = api.raw as unknown as Readonly<Record<string, RawCall>>
  return {
    async call(method, payload, signal): Promise<TransportAnswer> {
      const call = raw[method]
      if (call === undefined) return { kind: 'not-sent', description: `No such method: ${method}` }
      try {
        return {
          kind: 'ok',
          result: await (WITHOUT_PAYLOAD.includes(method)
            ? call(signal)
            : call(withInputFiles(payload), signal)),
        }
      } catch (error) {
        return readFailure(error)
      }
    },
  }
}

function withInputFiles(payload: object): object {
  const fields = Object.entries(payload) as [string, unknown][]
  if (!fields.some(([, value]) => value instanceof LocalFile)) return payload
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      value instanceof LocalFile ? new InputFile(value.path, value.name) : value,
    ]),
  )
}

function readFailure(error: unknown): TransportAnswer {
  if (error instanceof GrammyError) {
    const { error_code: code, description, parameters } = error
    return { kind: 'error', code, description, parameters: { ...parameters } }
  }
  // Only the nested error knows how far the request got; its text holds the URL with the token, so the code alone is kept.
  const code = error instanceof HttpError ? codeOf(error.error) : codeOf(error)
  return { kind: NOT_SENT.includes(code) ? 'not-sent' : 'lost', description: code ?? 'no readable answer' }
}

/** The connection was never made. */
const NOT_SENT: readonly (string | null)[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** The code of an error, or of what caused it. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? codeOf(error.cause) : null
}
