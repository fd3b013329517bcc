import { isAwayFromTelegram } from './outgoing-call.ts'

/**
 * How many actions a call costs in Telegram's limits: an album counts its items, questions to Telegram and
 * what goes elsewhere cost nothing, everything else is one.
 */
export function callWeight(method: string, payload: { readonly [key: string]: unknown }): number {
  if (method.startsWith('get') || isAwayFromTelegram(method)) return 0
  if (method === 'sendMediaGroup' && Array.isArray(payload.media)) return Math.max(1, payload.media.length)
  return 1
}
