/** Other systems that work on tickets through the HTTP API. They have no Telegram account, but stand where one is asked for. */

/**
 * No chat and no person of Telegram's has an id this far from zero: theirs have at most 52 significant bits.
 * https://core.telegram.org/bots/api#chat
 */
const BEYOND_TELEGRAM = 2 ** 52
const FEW_BITS = 2 ** 20
const SOURCES = 2 ** 47

/** In place of a Telegram account: the same for the same name. */
export function accountOfClient(name: string): number {
  return -BEYOND_TELEGRAM - ((hash(name, 0x811c9dc5) % FEW_BITS) * 2 ** 32 + hash(name, 0x9747b28c))
}

/** In place of the chat in which a message was written: another one for each message. */
export function sourceOfClient(randomBelow: (below: number) => number): number {
  return -BEYOND_TELEGRAM - randomBelow(SOURCES)
}

/** Can there be a chat, or a person, of this id at Telegram's? */
export function isOfTelegram(id: number): boolean {
  return Math.abs(id) < BEYOND_TELEGRAM
}

/** FNV-1a over UTF-16 units, 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string, seed: number): number {
  let value = seed
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}
