import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRateLimits, type SendLimits, TELEGRAM_LIMITS } from '../../src/delivery/rate-limits.ts'

const GROUP = -5
const PERSON = 5
const START = 1_000_000
const LIMITS: SendLimits = {
  bot: { actions: 30, perMs: 1_000 },
  privateChat: { burst: 4, perMs: 1_000 },
  group: { actions: 20, perMs: 60_000 },
}

const attempts = fc.array(
  fc.record({
    chatId: fc.constantFrom(GROUP, PERSON, 6, -7),
    weight: fc.integer({ min: 1, max: 10 }),
    pause: fc.integer({ min: 0, max: 9_000 }),
    flight: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 150 },
)

interface Sent {
  readonly chatId: number
  readonly at: number
  readonly weight: number
}

/** Sends as early as the limits let it. */
function send(
  plan: ReadonlyArray<{ chatId: number; weight: number; pause: number; flight: number }>,
): Sent[] {
  const limits = createRateLimits(LIMITS)
  let now = START
  return plan.map(({ chatId, weight, pause, flight }) => {
    now += pause
    now += limits.waitMs(chatId, weight, now)
    expect(limits.waitMs(chatId, weight, now)).toBe(0)
    const counted = limits.record(chatId, weight, now)
    const sent = { chatId, at: now, weight }
    now += flight
    counted(now)
    return sent
  })
}

const weightWithin = (sent: readonly Sent[], from: number, ms: number) =>
  sent.filter(({ at }) => at >= from && at < from + ms).reduce((sum, { weight }) => sum + weight, 0)

describe('whatever is sent as early as allowed', () => {
  test('a group sees no more than 20 actions in any 60 seconds', () => {
    fc.assert(
      fc.property(attempts, (plan) => {
        const sent = send(plan).filter(({ chatId }) => chatId === GROUP)
        for (const { at } of sent) expect(weightWithin(sent, at, 60_000)).toBeLessThanOrEqual(20)
      }),
    )
  })

  test('the bot makes no more than 30 actions in any second', () => {
    fc.assert(
      fc.property(attempts, (plan) => {
        const sent = send(plan)
        for (const { at } of sent) expect(weightWithin(sent, at, 1_000)).toBeLessThanOrEqual(30)
      }),
    )
  })

  test('a person’s bucket at Telegram never overflows, whenever on their way the calls are counted there', () => {
    const calls = fc.array(
      fc.record({
        pause: fc.integer({ min: 0, max: 5_000 }),
        flight: fc.integer({ min: 0, max: 3_000 }),
        countedAfter: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(calls, (plan) => {
        const limits = createRateLimits(LIMITS)
        let now = START
        let underWay: { endsAt: number; end: (at: number) => void }[] = []
        const arrivals = plan.map(({ pause, flight, countedAfter }) => {
          now += pause
          for (let wait = 1; wait > 0; now += wait) {
            for (const { endsAt, end } of underWay.filter((one) => one.endsAt <= now)) end(endsAt)
            underWay = underWay.filter(({ endsAt }) => endsAt > now)
            wait = Math.min(limits.waitMs(PERSON, 1, now), 50)
          }
          underWay.push({ endsAt: now + flight, end: limits.record(PERSON, 1, now) })
          return now + flight * countedAfter
        })
        const { burst, perMs } = LIMITS.privateChat
        let [tokens, filledAt] = [burst, START]
        for (const at of arrivals.sort((a, b) => a - b)) {
          tokens = Math.min(burst, tokens + (at - filledAt) / perMs)
          filledAt = at
          expect(tokens).toBeGreaterThan(1 - 1e-6)
          tokens -= 1
        }
      }),
    )
  })

  test('a person gets one message a second after a burst of four', () => {
    fc.assert(
      fc.property(attempts, (plan) => {
        const sent = send(plan.map((one) => ({ ...one, weight: 1 }))).filter(
          ({ chatId }) => chatId === PERSON,
        )
        for (const { at } of sent) expect(weightWithin(sent, at, 10_000)).toBeLessThanOrEqual(4 + 10)
      }),
    )
  })
})

test('no wait is longer than the time in which the limit is counted', () => {
  fc.assert(
    fc.property(attempts, fc.integer({ min: -1e9, max: 1e9 }), (plan, jump) => {
      const limits = createRateLimits(LIMITS)
      for (const { chatId, weight } of plan) limits.record(chatId, weight, START)
      expect(limits.waitMs(GROUP, 10, START + jump)).toBeLessThanOrEqual(60_000)
    }),
  )
})

test('an album heavier than the burst goes out, and is paid off before the next message', () => {
  const limits = createRateLimits(LIMITS)
  expect(limits.waitMs(PERSON, 10, START)).toBe(0)
  limits.record(PERSON, 10, START)
  expect(limits.waitMs(PERSON, 1, START)).toBe(7_000)
})

test('a pause that Telegram asked for holds for its chat alone', () => {
  const limits = createRateLimits(LIMITS)
  limits.pause(PERSON, 5_000, START)
  limits.pause(PERSON, 2_000, START)
  expect(limits.waitMs(PERSON, 1, START + 1_000)).toBe(4_000)
  expect(limits.waitMs(GROUP, 1, START)).toBe(0)
})

test('a clock set back does not prolong a pause', () => {
  const limits = createRateLimits(LIMITS)
  limits.pause(PERSON, 5_000, START)
  expect(limits.waitMs(PERSON, 1, START - 3_600_000)).toBe(5_000)
})

test('an action counts from its answer, the latest moment at which it can have taken effect', () => {
  const limits = createRateLimits(LIMITS)
  for (let i = 0; i < 20; i += 1) limits.record(GROUP, 1, START + i)(START + 500)
  expect(limits.waitMs(GROUP, 1, START + 1_000)).toBe(59_500)
})

describe('what is kept for others', () => {
  const fill = (actions: number) => {
    const limits = createRateLimits(TELEGRAM_LIMITS)
    for (let i = 0; i < actions; i += 1) limits.record(GROUP, 1, START + i * 1_000)
    return limits
  }

  test('the last action of a group’s window waits for urgent calls', () => {
    const now = START + 19_000
    expect(fill(18).waitMs(GROUP, 1, now)).toBe(0)
    expect(fill(19).waitMs(GROUP, 1, now)).toBe(41_000)
    expect(fill(19).waitMs(GROUP, 1, now, true)).toBe(0)
    expect(fill(20).waitMs(GROUP, 1, now, true)).toBe(41_000)
    expect(fill(20).waitMs(GROUP, 1, now)).toBe(42_000)
  })

  test('however urgent and other calls mix, a group sees 20 actions a minute and 19 that are not urgent', () => {
    const plan = fc.array(
      fc.record({
        isUrgent: fc.boolean(),
        weight: fc.integer({ min: 1, max: 10 }),
        pause: fc.integer({ max: 9_000, min: 0 }),
      }),
      { maxLength: 120 },
    )
    fc.assert(
      fc.property(plan, (calls) => {
        const limits = createRateLimits(TELEGRAM_LIMITS)
        let now = START
        const sent = calls.map(({ isUrgent, weight, pause }) => {
          now += pause
          now += limits.waitMs(GROUP, weight, now, isUrgent)
          limits.record(GROUP, weight, now)(now)
          return { chatId: GROUP, at: now, weight, isUrgent }
        })
        for (const { at } of sent) {
          expect(weightWithin(sent, at, 60_000)).toBeLessThanOrEqual(20)
          const calm = sent.filter(({ isUrgent }) => !isUrgent)
          expect(weightWithin(calm, at, 60_000)).toBeLessThanOrEqual(19)
        }
      }),
    )
  })

  test('groups leave five of the bot’s thirty calls a second to people', () => {
    const limits = createRateLimits(TELEGRAM_LIMITS)
    for (let i = 0; i < 25; i += 1) limits.record(-100 - i, 1, START)
    expect(limits.waitMs(GROUP, 1, START)).toBe(1_000)
    expect(limits.waitMs(PERSON, 1, START)).toBe(0)
  })
})

test('there is room while the window, with all that waits, is no fuller than asked, and no rush begins', () => {
  const limits = createRateLimits(TELEGRAM_LIMITS)
  for (let i = 0; i < 6; i += 1) limits.record(GROUP, 1, START)
  expect(limits.hasRoom(GROUP, 2, 40, START + 1_000), 'a rush').toBe(false)
  expect(limits.hasRoom(GROUP, 2, 40, START + 10_000)).toBe(true)
  expect(limits.hasRoom(GROUP, 4, 60, START + 10_000), 'much, for a window this full').toBe(true)
  expect(limits.hasRoom(GROUP, 5, 60, START + 10_000), 'too much lately').toBe(false)
  expect(limits.hasRoom(GROUP, 6, 60, START + 10_000, 2), 'files are no rush').toBe(true)
  expect(limits.hasRoom(GROUP, 7, 60, START + 10_000, 5), 'but they take room').toBe(false)
  limits.record(GROUP, 1, START + 10_000)
  expect(limits.hasRoom(GROUP, 2, 40, START + 30_000), 'too much in all').toBe(false)
  expect(limits.hasRoom(GROUP, 2, 40, START + 60_000)).toBe(true)
  limits.pause(GROUP, 90_000, START)
  expect(limits.hasRoom(GROUP, 1, 40, START + 80_000), 'paused').toBe(false)
  expect(limits.hasRoom(PERSON, 100, 40, START)).toBe(true)
})

test('marks and edits take room, but are no rush, and neither is a single message', () => {
  const limits = createRateLimits(TELEGRAM_LIMITS)
  for (let i = 0; i < 5; i += 1) limits.record(GROUP, 1, START, true)
  limits.record(GROUP, 1, START)
  expect(limits.hasRoom(GROUP, 2, 40, START)).toBe(true)
  limits.record(GROUP, 1, START, true)
  expect(limits.hasRoom(GROUP, 2, 40, START), 'no room').toBe(false)

  const other = createRateLimits(TELEGRAM_LIMITS)
  for (let i = 0; i < 2; i += 1) other.record(GROUP, 1, START)
  expect(other.hasRoom(GROUP, 2, 40, START), 'two messages').toBe(false)
})
