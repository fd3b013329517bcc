import type { IncomingMessage } from 'node:http'

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Why a request is refused: a page of another site, open in the same browser, must neither read nor drive this one.
 * Undefined when it may pass.
 */
export function refusalOf({ method, headers }: IncomingMessage): string | undefined {
  const host = headers.host ?? ''
  if (!LOCAL_NAMES.has(hostname(`http://${host}`))) {
    return 'The playground is served to this machine alone: open it as http://127.0.0.1 or http://localhost.'
  }
  const isReading = method === 'GET' || method === 'HEAD'
  if (isReading || headers.origin === undefined) return undefined
  return headers.origin === `http://${host}` ? undefined : 'Another site may not act in the playground.'
}

/** Empty for what is no URL. */
function hostname(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}
