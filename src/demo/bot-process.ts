import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Pace } from '../simulator/playground/paced-clock.ts'
import { ROOT } from './build.ts'
import { exitOf, keepLines } from './child-output.ts'

export interface BotProcess {
  readonly pid: number | undefined
  /** Resolves when it has ended, in whichever way: `after` names it, as "exit code 1" or "SIGKILL". */
  readonly ended: Promise<{ readonly code: number | null; readonly after: string }>
  /** Rejects when the bot ends before it was told to. */
  readonly died: Promise<never>
  /** Whether it was asked to end. */
  isStopping(): boolean
  /** What it has written last, oldest first. */
  lastLines(): readonly string[]
  /** Tells it how time passes from now on; of use to a bot that was started with a pace. */
  keepPace(pace: Pace): void
  /** Asks it to close (SIGTERM). @returns its exit code; null when it had to be killed */
  stop(): Promise<number | null>
  /** Ends it on the spot (SIGKILL), as a power cut would. */
  kill(): Promise<void>
}

/** The bot itself allows its stop nine seconds. */
const STOP_WITHIN_MS = 12_000
/** All that the bot takes over from this process: settings of a real desk must not get in. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'NODE_OPTIONS']

/**
 * Starts the built bot in `dataDir`, with nothing but these settings.
 * @param pace the time it lives in; left out: the machine's
 */
export function startBot(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  pace?: Pace,
): BotProcess {
  const program = pace === undefined ? ['main.js'] : ['demo', 'desk-process.js']
  const bot = spawn(process.execPath, [join(ROOT, 'dist', ...program)], {
    // Not in the project's folder: a .env there belongs to a real desk.
    cwd: dataDir,
    env: { ...inherited(), ...settings, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe', ...(pace === undefined ? [] : (['ipc'] as const))],
    // Ctrl-C is for the demo, which then stops the bot in good order.
    detached: process.platform !== 'win32',
  })
  const lines = keepLines(bot)
  const exit = exitOf(bot)
  const killAtTheLatest = () => void bot.kill('SIGKILL')
  process.once('exit', killAtTheLatest)
  let isStopping = false
  const ended = exit.then((code) => {
    process.off('exit', killAtTheLatest)
    return { code, after: code === null ? String(bot.signalCode) : `exit code ${code}` }
  })
  const died = ended.then(({ after }) => {
    if (isStopping) return new Promise<never>(() => undefined)
    throw new Error(`The bot ended by itself with ${after}.`)
  })
  died.catch(() => undefined)
  if (pace !== undefined) tell(bot, pace)
  return {
    pid: bot.pid,
    ended,
    died,
    isStopping: () => isStopping,
    lastLines: () => lines,
    keepPace: (next) => tell(bot, next),
    async stop() {
      isStopping = true
      const tooLate = setTimeout(killAtTheLatest, STOP_WITHIN_MS)
      bot.kill('SIGTERM')
      const code = await exit
      clearTimeout(tooLate)
      return code
    },
    async kill() {
      isStopping = true
      bot.kill('SIGKILL')
      await exit
    },
  }
}

/** It may be about to end: then there is nobody to tell. */
function tell(bot: ChildProcess, pace: Pace): void {
  if (bot.connected) bot.send(pace, () => undefined)
}

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    INHERITED.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
