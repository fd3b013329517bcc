import type { Log } from '../../delivery/ports.ts'
import { type FreeStorage, reasonOf } from './free-storage.ts'
import type { OutsideLogs, StampedLog } from './replay-log.ts'

/** The service refuses keys and values that reach these. https://github.com/grammyjs/free-session-backend */
const KEY_LIMIT = 64
/** Bytes. */
const VALUE_LIMIT = 16 * 1024
/** The client puts keys into URLs as they are. */
const PLAIN_KEY = /^[\w:-]+$/

/** The replay logs in the free storage. The calls for one key go one after the other, so that none overtakes another. */
export function createOutsideLogs(storage: FreeStorage, log: Log): OutsideLogs {
  /** What is to be there, by key, until it is, or has failed. */
  const wishes = new Map<string, StampedLog | null>()
  const hands = new Map<string, Promise<void>>()
  let isStopping = false

  const fulfil = async (key: string) => {
    for (let wish = wishes.get(key); wish !== undefined && !isStopping; wish = wishes.get(key)) {
      try {
        await (wish === null ? storage.remove(key) : storage.write(key, wish))
      } catch (error) {
        log.debug({ reason: reasonOf(error) }, 'A replay log was not put away')
      }
      if (wishes.get(key) === wish) wishes.delete(key)
    }
    hands.delete(key)
  }

  return {
    async read(key, stamp) {
      const wish = wishes.get(key)
      if (wish !== undefined) return wish?.stamp === stamp ? wish.log : null
      try {
        const found = readStamped(await storage.read(key))
        return found?.stamp === stamp ? found.log : null
      } catch (error) {
        log.debug({ reason: reasonOf(error) }, 'A replay log could not be fetched')
        return null
      }
    },
    takes(key, kept) {
      const size = Buffer.byteLength(JSON.stringify(kept))
      const fits = PLAIN_KEY.test(key) && key.length < KEY_LIMIT && size < VALUE_LIMIT
      if (!fits) log.warn({ size }, 'A replay log is too large for the free storage: it is not kept')
      return fits
    },
    keep(key, kept) {
      wishes.set(key, kept)
      if (!hands.has(key)) hands.set(key, fulfil(key))
    },
    async stop() {
      isStopping = true
      await Promise.all(hands.values())
    },
  }
}

function readStamped(value: unknown): StampedLog | null {
  if (typeof value !== 'object' || value === null) return null
  const { stamp, log } = value as Partial<Record<keyof StampedLog, unknown>>
  return typeof stamp === 'string' && typeof log === 'string' ? { stamp, log } : null
}
