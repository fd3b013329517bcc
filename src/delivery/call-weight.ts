import { DOWNLOAD_FILE } from './outgoing-call.ts'

/**
 * How many actions a call costs in Telegram's limits: an album counts its items, questions to Telegram and
 * downloads cost nothing, everything else is one.
 */
export function callWeight(method: string, payload: { readonly [key: string]: unknown }): number {
  if (method.startsWith('get') || method === DOWNLOAD_FILE) return 0
  if (method === 'sendMediaGroup' && Array.isArray(payload.media)) return Math.max(1, payload.media.length)
  return 1
}
