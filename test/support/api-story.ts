import { freePort } from './free-port.ts'
import { openShop, type Shop, type ShopOptions } from './open-shop.ts'

/** Secrets of two systems that may use the API. */
export const SHOP_TOKEN = 'shop-0123456789abcdef0123456789abcdef'
export const CRM_TOKEN = 'crm-0123456789abcdef0123456789abcdef'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of it
  readonly body: any
}

export interface Api {
  readonly base: string
  /** Further headers take the place of those a well-behaved caller sends; an empty one is left out. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>
}

let keys = 0

/** A key that no test has used. */
export function aKey(): string {
  keys += 1
  return `key-${keys}`
}

/** Whoever knows the token of the shop calls the desk at the port. */
export function callApi(port: number, token: string = SHOP_TOKEN): Api {
  const base = `http://127.0.0.1:${port}`
  const call = async (path: string, init: RequestInit, headers: Readonly<Record<string, string>>) => {
    const all = { authorization: `Bearer ${token}`, ...headers }
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
    const response = await fetch(`${base}${path}`, { ...init, headers: sent })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
  }
  return {
    base,
    get: (path, headers = {}) => call(path, { method: 'GET' }, headers),
    post(path, body, headers = {}) {
      const common = { 'content-type': 'application/json', 'idempotency-key': aKey() }
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return call(path, { method: 'POST', body: text }, { ...common, ...headers })
    },
  }
}

/** A shop whose desk two other systems may use. */
export async function openApiShop(
  options: ShopOptions = {},
): Promise<{ readonly shop: Shop; readonly api: Api; readonly crm: Api; readonly port: number }> {
  const port = await freePort()
  const env = { PORT: String(port), API_TOKENS: `Магазин:${SHOP_TOKEN},CRM:${CRM_TOKEN}`, ...options.env }
  const shop = await openShop({ ...options, env })
  return { shop, port, api: callApi(port), crm: callApi(port, CRM_TOKEN) }
}
