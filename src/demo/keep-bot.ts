import { setTimeout as wait } from 'node:timers/promises'
import { ActRefusal } from '../simulator/playground/act-refusal.ts'
import type { PacedClock } from '../simulator/playground/paced-clock.ts'
import { type BotProcess, startBot } from './bot-process.ts'

/** How the bot stands. Moments are ms since the epoch, by the playground's clock. */
export type BotState =
  | { readonly is: 'running'; readonly pid: number; readonly since: number; readonly kills: number }
  /** `after`: how it ended where nobody had asked it to; null: it was stopped. */
  | { readonly is: 'stopped'; readonly since: number; readonly after: string | null }

/** The bot of a playground: one process at a time, which can be stopped, killed and started again on the same data. */
export interface KeptBot {
  state(): BotState
  /** @throws ActRefusal when it runs */
  start(): void
  /**
   * Starts it and waits until it is open.
   * @returns its last words where it has ended instead; null: it is open
   * @throws ActRefusal when it runs
   */
  tryStart(): Promise<string | null>
  /** @throws ActRefusal when it does not run */
  stop(): Promise<void>
  /** SIGKILL, and at once the next one. @throws ActRefusal when it does not run */
  killAndStart(): Promise<void>
  /** The end of the playground, whatever the bot does. */
  end(): Promise<void>
}

export interface KeptBotOptions {
  readonly dataDir: string
  /** Asked at each start. */
  readonly settings: () => Readonly<Record<string, string>>
  /** Where it tells whether it is ready. */
  readonly readyUrl: string
  /** The time it lives in. */
  readonly clock: PacedClock
  /** It has ended although nobody had asked it to, with these last words. */
  readonly onDied: (after: string, lastLines: readonly string[]) => void
}

/** The bot's first start makes its tables. Real milliseconds. */
const OPEN_WITHIN_MS = 30_000
const LOOK_EVERY_MS = 100

const REFUSALS = {
  running: { ru: 'Бот уже работает.', en: 'The bot is running.' },
  stopped: { ru: 'Бот сейчас не работает.', en: 'The bot is not running.' },
  ending: { ru: 'Площадка вот-вот закроется.', en: 'The playground is about to end.' },
} as const

export function keepBot({ dataDir, settings, readyUrl, clock, onDied }: KeptBotOptions): KeptBot {
  let bot: BotProcess | null = null
  let state: BotState = { is: 'stopped', since: clock.now(), after: null }
  let kills = 0
  let isEnding = false
  const stopListening = clock.onChange((pace) => bot?.keepPace(pace))

  const start = () => {
    if (bot !== null) throw new ActRefusal({ reason: 'told', words: REFUSALS.running })
    if (isEnding) throw new ActRefusal({ reason: 'told', words: REFUSALS.ending })
    const started = startBot(dataDir, settings(), clock.pace())
    bot = started
    state = { is: 'running', pid: started.pid ?? 0, since: clock.now(), kills }
    started.died.catch(async () => {
      const { after } = await started.ended
      bot = null
      state = { is: 'stopped', since: clock.now(), after }
      onDied(after, started.lastLines())
    })
  }

  const takeRunning = (): BotProcess => {
    if (bot === null) throw new ActRefusal({ reason: 'told', words: REFUSALS.stopped })
    const running = bot
    bot = null
    return running
  }

  const stop = async () => {
    await takeRunning().stop()
    state = { is: 'stopped', since: clock.now(), after: null }
  }

  return {
    state: () => state,
    start,
    async tryStart() {
      start()
      const started = bot
      // Who stops it meanwhile does not mean that it refuses.
      const ended = started?.ended.then(() => (started.isStopping() ? null : started.lastLines().join('\n')))
      return Promise.race([ended ?? null, whenOpen(readyUrl)])
    },
    stop,
    async killAndStart() {
      await takeRunning().kill()
      kills += 1
      start()
    },
    async end() {
      isEnding = true
      stopListening()
      if (bot !== null) await stop()
    },
  }
}

/** A bot that is long about it is let be: what it does is seen on the page. */
async function whenOpen(readyUrl: string): Promise<null> {
  for (const until = Date.now() + OPEN_WITHIN_MS; Date.now() < until; ) {
    const { ok } = await fetch(readyUrl).catch(() => ({ ok: false }))
    if (ok) break
    await wait(LOOK_EVERY_MS)
  }
  return null
}
