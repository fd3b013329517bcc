import { packStartLink } from '../telegram/start-link.ts'

const DAY_MS = 86_400_000

/** What a made-up shop's site would link to: the form with a customer, an order and a topic filled in, good for a day. */
export function makeShopLink(secret: string, now: number): string {
  const known = { shopCustomerId: '4711', orderNumber: '12345678-0001', topic: 'delivery/late' }
  return `https://t.me/desk_bot?start=${packStartLink(secret, known, new Date(now + DAY_MS))}`
}
