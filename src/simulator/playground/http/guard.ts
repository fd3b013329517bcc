import type { IncomingMessage } from 'node:http'
import type { Refusal } from '../refusal.ts'

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Why a request is refused: a page of another site, open in the same browser, must neither read nor drive this one.
 * Undefined when it may pass.
 */
export function refusalOf({ method, headers }: IncomingMessage): Refusal | undefined {
  const host = headers.host ?? ''
  if (!LOCAL_NAMES.has(hostname(`http://${host}`))) {
    // Read as it is by whoever opened the address: no page comes from it.
    const text =
      'The playground is served to this machine alone: open it as http://127.0.0.1 or http://localhost.'
    return { reason: 'said', text }
  }
  const isReading = method === 'GET' || method === 'HEAD'
  if (isReading || headers.origin === undefined) return undefined
  return headers.origin === `http://${host}` ? undefined : { reason: 'other-site' }
}

/** Empty for what is no URL. */
function hostname(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}
