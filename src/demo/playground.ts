import { join } from 'node:path'
import { createPacedClock, type PacedClock } from '../simulator/playground/paced-clock.ts'
import { type Playground, startPlayground } from '../simulator/playground/start-playground.ts'
import { type Simulator, startSimulator } from '../simulator/simulator.ts'
import { buildBot, buildPage, PAGE_FOLDER } from './build.ts'
import { seatCast } from './cast.ts'
import { catchLetters, type LetterBox } from './catch-letters.ts'
import { anyFreePort, freePortFrom } from './free-port.ts'
import { type Home, openHome } from './home.ts'
import { invitation } from './invitation.ts'
import { type KeptBot, keepBot } from './keep-bot.ts'
import { createLettersPaper } from './letters-paper.ts'
import { makeShopLink } from './make-shop-link.ts'
import { type DemoShop, openShop } from './open-shop.ts'
import type { PlaygroundOptions } from './options.ts'
import { createPapers } from './papers.ts'
import { settingsOf } from './settings-of.ts'
import { createSwitches } from './switches.ts'

/** How often the moment is written down while it is ahead of the machine's. Real milliseconds. */
const KEEP_TIME_EVERY_MS = 5_000
const AHEAD_MS = 1_000

/** All that runs while the playground is open. */
interface Stage {
  readonly home: Home
  readonly clock: PacedClock
  readonly sim: Simulator
  readonly letterBox: LetterBox
  readonly shop: DemoShop
  readonly bot: KeptBot
  /** Of the bot's own HTTP API. */
  readonly apiUrl: string
  readonly playground: Playground
  /** As the shop's site would have it. */
  readonly makeLink: () => string
}

/** Opens the playground, and ends it in good order when `interrupted` rejects. */
export async function runPlayground(options: PlaygroundOptions, interrupted: Promise<never>): Promise<void> {
  console.log('Building the bot and the page where something changed …')
  await Promise.race([Promise.all([buildBot(), buildPage()]), interrupted])
  const home = await openHome(options)
  try {
    const stage = await openStage(options, home)
    const keepTime = setInterval(() => void keepLead(stage).catch(() => undefined), KEEP_TIME_EVERY_MS)
    try {
      await play(stage, options, interrupted)
    } finally {
      clearInterval(keepTime)
      await closeStage(stage)
    }
  } finally {
    await home.leave()
  }
}

/** Everything but the bot begins to run. */
async function openStage({ seed, port: wanted, language }: PlaygroundOptions, home: Home): Promise<Stage> {
  const now = Date.now()
  const start = seed ? (await import('./seed/seed.ts')).beginsAt(now) : Math.max(now, home.memory.now)
  const clock = createPacedClock({ start })
  const port = await freePortFrom(wanted)
  if (port !== wanted) console.log(`Port ${wanted} is taken, so the page is at ${port}.`)
  const sim = await startSimulator({ clock, port, limits: 'telegram', timeZone: 'Europe/Moscow' })
  const letterBox = await catchLetters(join(home.dataDir, 'letters'), () => playground.changed())
  const shop = await openShop(language, clock.now)
  const apiPort = await anyFreePort()
  const apiUrl = `http://127.0.0.1:${apiPort}`
  const bot = keepBot({
    dataDir: home.dataDir,
    settings: () => settingsOf(sim, home, { apiPort, mailUrl: letterBox.url, ordersUrl: shop.url, language }),
    readyUrl: `${apiUrl}/readyz`,
    clock,
    onDied(after, lines) {
      console.error(`The bot ended by itself (${after}). The page stays open: start it again from there.`)
      if (lines.length > 0) console.error(`Its last words:\n${lines.join('\n')}`)
      playground.changed()
    },
  })
  const makeLink = () => makeShopLink(home.memory.linkSecret, clock.now())
  const playground = await startPlayground(sim, {
    pageFolder: PAGE_FOLDER,
    switches: createSwitches({ bot, makeLink }),
    papers: [...createPapers(home, bot, language), createLettersPaper(letterBox)],
    worldFile: home.worldFile,
  })
  return { home, clock, sim, letterBox, shop, bot, apiUrl, playground, makeLink }
}

/** Lets people in, and stays until somebody ends it. */
async function play(stage: Stage, options: PlaygroundOptions, interrupted: Promise<never>): Promise<void> {
  const { sim, home, playground, apiUrl, makeLink } = stage
  const { apiSecret } = home.memory
  const fill = async () => {
    if (options.seed) {
      const seed = await import('./seed/seed.ts')
      return seed.fillWeeks(stage, options.language)
    }
    if (!playground.isRestored) seatCast(sim, options.language, 2)
    // One that refuses its settings has said so; they can be mended on the page.
    await stage.bot.tryStart()
  }
  await Promise.race([fill(), interrupted])
  console.log(invitation({ ...options, url: playground.url, apiUrl, apiSecret, link: makeLink() }))
  await interrupted
}

async function keepLead({ home, clock }: Stage): Promise<void> {
  if (clock.now() > Date.now() + AHEAD_MS) await home.keepTime(clock.now())
}

async function closeStage(stage: Stage): Promise<void> {
  await stage.bot.end()
  await Promise.all([stage.letterBox.stop(), stage.shop.stop()])
  await stage.playground.stop()
  await stage.sim.stop()
  await keepLead(stage)
}
