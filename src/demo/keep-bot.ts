import type { PacedClock } from '../simulator/playground/paced-clock.ts'
import { type BotProcess, startBot } from './bot-process.ts'

/** How the bot stands. Moments are real ms since the epoch. */
export type BotState =
  | { readonly is: 'running'; readonly pid: number; readonly since: number; readonly kills: number }
  /** `after`: how it ended where nobody had asked it to; null: it was stopped. */
  | { readonly is: 'stopped'; readonly since: number; readonly after: string | null }

/** The bot of a playground: one process at a time, which can be stopped, killed and started again on the same data. */
export interface KeptBot {
  state(): BotState
  /** @throws Error when it runs */
  start(): void
  /** Rejects when the bot that runs now ends by itself. */
  whenDied(): Promise<never>
  /** @throws Error when it does not run */
  stop(): Promise<void>
  /** SIGKILL, and at once the next one. @throws Error when it does not run */
  killAndStart(): Promise<void>
  /** The end of the playground, whatever the bot does. */
  end(): Promise<void>
}

export interface KeptBotOptions {
  readonly dataDir: string
  readonly settings: Readonly<Record<string, string>>
  /** The time it lives in. */
  readonly clock: PacedClock
  /** It has ended although nobody had asked it to, with these last words. */
  readonly onDied: (after: string, lastLines: readonly string[]) => void
}

export function keepBot({ dataDir, settings, clock, onDied }: KeptBotOptions): KeptBot {
  let bot: BotProcess | null = null
  let state: BotState = { is: 'stopped', since: Date.now(), after: null }
  let kills = 0
  let isEnding = false
  const stopListening = clock.onChange((pace) => bot?.keepPace(pace))

  const start = () => {
    if (bot !== null) throw new Error('The bot is running.')
    if (isEnding) throw new Error('The playground is about to end.')
    const started = startBot(dataDir, settings, clock.pace())
    bot = started
    state = { is: 'running', pid: started.pid ?? 0, since: Date.now(), kills }
    started.died.catch(async () => {
      const { after } = await started.ended
      bot = null
      state = { is: 'stopped', since: Date.now(), after }
      onDied(after, started.lastLines())
    })
  }

  const takeRunning = (): BotProcess => {
    if (bot === null) throw new Error('The bot is not running.')
    const running = bot
    bot = null
    return running
  }

  const stop = async () => {
    await takeRunning().stop()
    state = { is: 'stopped', since: Date.now(), after: null }
  }

  return {
    state: () => state,
    start,
    whenDied: () => bot?.died ?? Promise.reject(new Error('The bot is not running.')),
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
