import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Language } from '../domain/people.ts'

/** A made-up shop that answers the bot's questions about orders, as README asks of a real one. */
export interface DemoShop {
  /** For `ORDER_LOOKUP_URL`. */
  readonly url: string
  stop(): Promise<void>
}

/** How the numbers of orders end that this shop does not find, that are another customer's, and about which it never answers. */
export const ODD_ORDERS = { unknown: '-0009', foreign: '-0008', silent: '-0007' } as const

const ORDERS = {
  ru: { status: 'Передан в доставку', items: ['Кружка синяя', 'Чайник 1,7 л'] },
  en: { status: 'Handed to the carrier', items: ['Mug, blue', 'Kettle 1.7 l'] },
}
const BOUGHT_AGO_MS = 5 * 86_400_000

/** @param now the playground's moment, ms since the epoch */
export async function openShop(language: Language, now: () => number): Promise<DemoShop> {
  const answer = (order: string) => {
    if (order.endsWith(ODD_ORDERS.unknown)) return { found: false }
    if (order.endsWith(ODD_ORDERS.foreign)) return { found: true, belongs: false }
    const date = new Date(now() - BOUGHT_AGO_MS).toISOString().slice(0, 10)
    return { found: true, belongs: true, date, ...ORDERS[language] }
  }
  const server = createServer(async (request, response) => {
    const question = (await json(request).catch(() => null)) as { readonly order?: string } | null
    if (question?.order?.endsWith(ODD_ORDERS.silent)) return
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer(question?.order ?? '')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/orders`,
    stop() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
