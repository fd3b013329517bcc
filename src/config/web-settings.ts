/** Settings whose values depend on each other, as they are written. */
export interface WebSettings {
  readonly [name: string]: string | undefined
  readonly WEBHOOK_URL?: string
  readonly WEBHOOK_SECRET?: string
  readonly PORT?: string
  readonly TELEGRAM_API_ROOT?: string
}

export interface WebProblem {
  readonly name: 'WEBHOOK_URL' | 'WEBHOOK_SECRET' | 'PORT'
  readonly problem: string
}

/** https://core.telegram.org/bots/api#setwebhook */
const TELEGRAM_PORTS: readonly string[] = ['', '443', '80', '88', '8443']
const TELEGRAM_HOST = 'api.telegram.org'

/** What is wrong with the settings of the webhook together; each alone is checked elsewhere. */
export function webProblems(given: WebSettings): WebProblem[] {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, PORT: port } = given
  if (url === undefined) {
    if (secret === undefined) return []
    return [{ name: 'WEBHOOK_SECRET', problem: 'is set without WEBHOOK_URL' }]
  }
  const problems: WebProblem[] = addressProblems(url, isTelegramItself(given.TELEGRAM_API_ROOT))
  if (secret === undefined)
    problems.push({ name: 'WEBHOOK_SECRET', problem: 'is not set, but WEBHOOK_URL is' })
  if (port === undefined) problems.push({ name: 'PORT', problem: 'is not set, but WEBHOOK_URL is' })
  return problems
}

/** A Bot API server of one's own calls any port, and http:// too. */
function addressProblems(text: string, byTelegramItself: boolean): WebProblem[] {
  if (!URL.canParse(text)) return []
  const url = new URL(text)
  const wrong = (problem: string): WebProblem[] => [{ name: 'WEBHOOK_URL', problem }]
  if (url.username !== '' || url.password !== '') return wrong('holds a name or a password')
  if (url.hash !== '') return wrong('has a part after "#", which is never sent')
  if (!byTelegramItself) return []
  if (url.protocol === 'http:') return wrong('begins with http://, where Telegram does not call')
  return TELEGRAM_PORTS.includes(url.port) ? [] : wrong('names a port that Telegram does not call')
}

function isTelegramItself(root: string | undefined): boolean {
  return root === undefined || !URL.canParse(root) || new URL(root).hostname === TELEGRAM_HOST
}
