/** Where a link leads that the messenger follows by itself. */
export type TelegramTarget =
  | { to: 'bot'; url: string }
  /** A message of a supergroup; a topic's id is the id of its first one. */
  | { to: 'message'; chatId: number; messageId: number }

const HOSTS = new Set(['t.me', 'telegram.me', 'telegram.dog'])
const SCHEMES = new Set(['http:', 'https:', 'tg:', 'mailto:', 'tel:', 'ftp:'])

/** The address as a browser may follow it; null for one that could do harm or is none. */
export function safeUrl(given: string): string | null {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`
  if (!URL.canParse(full)) return null
  const url = new URL(full)
  return SCHEMES.has(url.protocol) ? url.href : null
}

/** @returns null for a link that leads out of the messenger, or to what the playground does not have */
export function telegramTarget(href: string, botName: string | undefined): TelegramTarget | null {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  if (url.protocol === 'tg:') return resolveTarget(url, botName)
  if (!/^https?:$/.test(url.protocol) || !HOSTS.has(url.hostname)) return null
  const [first = '', ...rest] = url.pathname.split('/').filter(Boolean)
  if (first === 'c') return messageTarget(rest)
  return isBot(first, botName) ? { to: 'bot', url: `https://t.me/${first}${url.search}` } : null
}

function messageTarget(path: readonly string[]): TelegramTarget | null {
  const [chat = '', ...ids] = path
  const id = ids.at(-1) ?? ''
  if (!/^\d+$/.test(chat) || !/^\d+$/.test(id)) return null
  return { to: 'message', chatId: Number(`-100${chat}`), messageId: Number(id) }
}

function resolveTarget(url: URL, botName: string | undefined): TelegramTarget | null {
  const domain = url.searchParams.get('domain') ?? ''
  if (!url.href.startsWith('tg://resolve') || !isBot(domain, botName)) return null
  const start = url.searchParams.get('start')
  return {
    to: 'bot',
    url: `https://t.me/${domain}${start === null ? '' : `?start=${encodeURIComponent(start)}`}`,
  }
}

const isBot = (name: string, botName: string | undefined) =>
  name !== '' && name.toLowerCase() === botName?.toLowerCase()
