import { loadCatalog } from '../../config/load-catalog.ts'
import type { Language } from '../../domain/people.ts'
import type { PacedClock } from '../../simulator/playground/paced-clock.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import { seatCast } from '../cast.ts'
import type { Home } from '../home.ts'
import type { KeptBot } from '../keep-bot.ts'
import { actScenes } from './act-scenes.ts'
import { SCENES_BEGIN_AGO } from './scenes/scene.ts'
import { writePast } from './write-past.ts'

const MINUTE_MS = 60_000
const AGENTS = 4

export interface SeedGround {
  readonly home: Home
  readonly sim: Simulator
  readonly clock: PacedClock
  readonly bot: Pick<KeptBot, 'tryStart'>
}

/** Where the clock has to begin so that the last days can be played until `now`. Milliseconds since the epoch. */
export function beginsAt(now: number): number {
  return now - SCENES_BEGIN_AGO * MINUTE_MS
}

/**
 * Gives the shop a past: weeks of ended tickets, written before the bot is started, and the last days, played with it. The clock is
 * brought to now.
 */
export async function fillWeeks({ home, sim, clock, bot }: SeedGround, language: Language): Promise<void> {
  console.log('Writing three weeks of tickets …')
  const { dataDir } = home
  const ended = await writePast({ dataDir, botId: sim.botId, language, until: clock.now() })
  console.log(`  ${ended} tickets that have ended.`)
  const seated = seatCast(sim, language, AGENTS)
  const refusal = await bot.tryStart()
  if (refusal !== null) throw new Error(`The bot did not start:\n${refusal}`)
  console.log('Letting the last two days happen: customers file, agents answer …')
  const catalog = await loadCatalog(null)
  const opensAt = clock.now() + SCENES_BEGIN_AGO * MINUTE_MS
  const filed = await actScenes({ sim, seated, clock, catalog, language, opensAt })
  console.log(`  ${filed} tickets of these days: new, in work, asked back, overdue, resolved and rated.`)
}
