import type { Clock, Transport, TransportAnswer } from '../../src/delivery/ports.ts'

export interface AppliedCall {
  readonly method: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly at: number
}

/** What is to happen to a call instead of an "ok". `applied`: Telegram did what was asked all the same. */
export interface Fault {
  /** `never`: no answer at all; `slow`: an "ok" that takes two seconds. */
  readonly answer: Exclude<TransportAnswer, { kind: 'ok' }> | 'never' | 'slow'
  readonly applied: boolean
}

export interface FakeTelegram {
  readonly transport: Transport
  /** What has taken effect, in order. */
  readonly applied: readonly AppliedCall[]
  /** Every call that came in, also refused ones. */
  readonly received: readonly AppliedCall[]
}

const SLOW_MS = 2_000

/** The network's other end: keeps what it was asked, gives out message ids, fails where `faultOf` says so. */
export function createFakeTelegram(
  clock: Clock,
  faultOf: (call: AppliedCall) => Fault | undefined = () => undefined,
): FakeTelegram {
  const applied: AppliedCall[] = []
  const received: AppliedCall[] = []
  let lastMessageId = 0

  const apply = (call: AppliedCall): unknown => {
    applied.push(call)
    const message = () => {
      lastMessageId += 1
      return { message_id: lastMessageId }
    }
    if (call.method === 'createForumTopic') return { message_thread_id: message().message_id }
    const { media } = call.payload
    return call.method === 'sendMediaGroup' && Array.isArray(media) ? media.map(message) : message()
  }

  return {
    applied,
    received,
    transport: {
      call: async (method, payload) => {
        const call = { method, payload: payload as Record<string, unknown>, at: clock.now().getTime() }
        received.push(call)
        const fault = faultOf(call)
        if (!fault) return { kind: 'ok', result: apply(call) }
        const result = fault.applied ? apply(call) : true
        if (fault.answer === 'slow') {
          await new Promise<void>((resolve) => void clock.setTimer(SLOW_MS, resolve))
          return { kind: 'ok', result }
        }
        return fault.answer === 'never' ? await new Promise<never>(() => undefined) : fault.answer
      },
    },
  }
}

/** An error as Telegram answers it. */
export function telegramError(
  code: number,
  description: string,
  parameters: { retry_after?: number; migrate_to_chat_id?: number } = {},
): Fault {
  return { answer: { kind: 'error', code, description, parameters }, applied: false }
}
