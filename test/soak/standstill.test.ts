import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { examine } from '../support/after-kills.ts'
import { placeTestDatabase } from '../support/database.ts'
import type { Fleet } from '../support/desk-fleet.ts'
import { runBusily } from '../support/kill-run.ts'
import type { CallInFlight } from '../support/killable-desk.ts'
import { soakSeed } from '../support/seeded-random.ts'

const STOPS = 6
/** Twice as long as a lease. */
const STOOD_STILL_MS = 8_000
/** After waking up it has time enough to do what it must not. */
const LOOKED_AT_MS = 3_000
/** What any process may ask Telegram; all else is the leader's. */
const ANYBODYS = [
  ...['getMe', 'getChat', 'getChatMember', 'answerCallbackQuery', 'setMyCommands'],
  ...['getMyDescription', 'getMyShortDescription', 'setMyDescription', 'setMyShortDescription'],
]

const hasServer = Boolean(process.env.TEST_DATABASE_URL)
if (!hasServer) console.info('A leader that stands still: skipped, TEST_DATABASE_URL is not set')

interface Standstill {
  /** Of each stop: from it to the next getUpdates of another, ms. */
  readonly takeovers: number[]
  /** What was on its way at a stop. */
  readonly inFlight: CallInFlight[]
  /** Calls of the leader's that one made after waking up, while another was the leader. */
  readonly late: string[]
}

async function stopAgainAndAgain(fleet: Fleet): Promise<Standstill> {
  const done: Standstill = { takeovers: [], inFlight: [], late: [] }
  for (let stop = 0; stop < STOPS; stop += 1) {
    await pause(1_500)
    const leader = await fleet.leader()
    if (leader === null) continue
    const stoppedAt = performance.now()
    done.inFlight.push(...(await leader.desk.freeze()))
    done.takeovers.push((await fleet.nextPoll(performance.now(), leader)) - stoppedAt)
    await pause(Math.max(0, STOOD_STILL_MS - (performance.now() - stoppedAt)))
    const wokenAt = performance.now()
    leader.desk.thaw()
    await pause(LOOKED_AT_MS)
    // On an overloaded machine the other one may have lost it meanwhile.
    if (await leader.desk.isLeader()) continue
    const made = leader.line.requests.filter(({ method, at }) => at > wokenAt && !ANYBODYS.includes(method))
    done.late.push(...made.map(({ method }) => method))
  }
  return done
}

test.skipIf(!hasServer)('a leader that stood still and wakes up neither polls nor sends', async () => {
  const seed = soakSeed()
  const location = await placeTestDatabase('postgresql')
  const plan = { seed, customers: 6, replicas: 2, location, isBuilt: true }
  const aftermath = await runBusily(plan, stopAgainAndAgain)
  const { takeovers, inFlight, late } = aftermath.done
  const { numbers, wrong } = await examine({ ...aftermath, silences: 0 }, inFlight)
  console.table({
    seed,
    stops: STOPS,
    'ms from the stop to another’s getUpdates, worst': Math.round(Math.max(...takeovers)),
    'calls made by the woken': late.length,
    ...numbers,
  })
  expect(late, 'nothing but what stood right before the network when it was stopped').not.toContain(
    'getUpdates',
  )
  expect(late.length).toBeLessThanOrEqual(inFlight.length)
  expect({ seed, wrong }).toEqual({ seed, wrong: [] })
})
