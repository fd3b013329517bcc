import { ActRefusal } from '../act-refusal.ts'

/** Where a link to the bot leads. */
export interface BotLink {
  into: 'private' | 'group'
  /** Empty for none. */
  payload: string
}

const HOSTS = new Set(['t.me', 'telegram.me', 'telegram.dog'])

/**
 * Reads `https://t.me/<bot>?start=x` and `tg://resolve?domain=<bot>&start=x`, with `startgroup` too.
 * https://core.telegram.org/api/links#bot-links
 * @throws ActRefusal when it is no link to this bot.
 */
export function readBotLink(link: string, botUsername: string): BotLink {
  const text = link.trim()
  const withScheme = /^[a-z]+:/i.test(text) ? text : `https://${text}`
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined
  const username = url && usernameIn(url)
  if (!url || username === undefined) throw new ActRefusal({ reason: 'no-bot-link', bot: botUsername })
  if (username.toLowerCase() !== botUsername.toLowerCase()) {
    throw new ActRefusal({ reason: 'other-bot-link', bot: botUsername, other: username })
  }
  const into = url.searchParams.has('startgroup') ? 'group' : 'private'
  const payload = url.searchParams.get(into === 'group' ? 'startgroup' : 'start') ?? ''
  if (!/^[\w-]{0,64}$/.test(payload)) {
    throw new ActRefusal({ reason: 'start-form' })
  }
  return { into, payload }
}

function usernameIn(url: URL): string | undefined {
  if (url.protocol === 'tg:') {
    // Browsers read it as a host, or as a path where they take the scheme for an unknown one.
    const isResolve = (url.host || url.pathname.replaceAll('/', '')) === 'resolve'
    return (isResolve && url.searchParams.get('domain')) || undefined
  }
  if (!/^https?:$/.test(url.protocol) || !HOSTS.has(url.hostname)) return undefined
  return /^\/(\w{4,32})\/?$/.exec(url.pathname)?.[1]
}
