import { setTimeout as pause } from 'node:timers/promises'
import { LOOK_UP_ORDER } from '../delivery/outgoing-call.ts'
import type { Log, Transport, TransportAnswer } from '../delivery/ports.ts'
import type { OrderFacts } from '../domain/order-facts.ts'
import { askShop, NoAnswerError, type OrderInQuestion, type ShopAddress, TIME_LIMIT_MS } from './ask-shop.ts'

export interface OrderDoor {
  readonly transport: Transport
  /** Null: the owner has switched it off. */
  readonly shop: ShopAddress | null
  readonly now: () => Date
  readonly log: Pick<Log, 'info' | 'warn'>
  /** Of one try; ms. */
  readonly timeLimitMs?: number
  /** Between the tries; ms. */
  readonly pauseMs?: number
}

const PAUSE_MS = 1_000
const TRIES = 2

/**
 * The transport with one method of ours beside Telegram's: {@link LOOK_UP_ORDER}. The ticket goes without what the shop does not
 * say, so a call that gets no answer ends as well as any, and is not made again later.
 */
export function createOrderDoor(door: OrderDoor): Transport {
  let isAway = false
  const tell = (why: string | null) => {
    if (isAway === (why !== null)) return
    isAway = why !== null
    if (why === null) door.log.info({}, 'The shop answers about orders again')
    else
      door.log.warn({ why }, 'The shop does not answer about orders: tickets are filed without what it knows')
  }
  return {
    async call(method, payload, signal) {
      if (method !== LOOK_UP_ORDER) return door.transport.call(method, payload, signal)
      // While it is away, one try each: those behind it wait.
      const order = await ask(door, payload as OrderInQuestion, isAway ? 1 : TRIES, tell, signal)
      return { kind: 'ok', result: { found: { order } } } satisfies TransportAnswer
    },
  }
}

async function ask(
  door: OrderDoor,
  question: OrderInQuestion,
  tries: number,
  tell: (why: string | null) => void,
  stop: AbortSignal | undefined,
): Promise<OrderFacts | null> {
  const { shop, now, timeLimitMs = TIME_LIMIT_MS, pauseMs = PAUSE_MS } = door
  if (shop === null) return null
  for (let left = tries; ; ) {
    left -= 1
    const limit = AbortSignal.timeout(timeLimitMs)
    try {
      const facts = await askShop(
        shop,
        question,
        now(),
        stop === undefined ? limit : AbortSignal.any([stop, limit]),
      )
      tell(null)
      return facts
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error
      // The end of this process says nothing of the shop.
      if (stop?.aborted) return null
      if (left === 0) {
        tell(error.message)
        return null
      }
    }
    await pause(pauseMs, undefined, stop === undefined ? {} : { signal: stop }).catch(() => undefined)
  }
}
