import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface BotProcess {
  /** Rejects when the bot ends before it was told to. */
  readonly died: Promise<never>
  /** What it has written last, oldest first. */
  lastLines(): readonly string[]
  /** Asks it to close (SIGTERM). @returns its exit code; null when it had to be killed */
  stop(): Promise<number | null>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** The bot itself allows its stop nine seconds. */
const STOP_WITHIN_MS = 12_000
const LINES_KEPT = 20
/** All that the bot takes over from this process: settings of a real desk must not get in. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'NODE_OPTIONS']

/** Compiles the bot where needed, as `npm start` does. @throws Error with what the compiler said */
export async function buildBot(): Promise<void> {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  const compiler = spawn(process.execPath, [tsc, '-b', 'src'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines = keepLines(compiler)
  const code = await exitOf(compiler)
  if (code !== 0) throw new Error(`The bot could not be built (tsc -b src):\n${lines.join('\n')}`)
}

/** Starts the built bot in `dataDir`, with nothing but these settings. */
export function startBot(dataDir: string, settings: Readonly<Record<string, string>>): BotProcess {
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  const bot = spawn(process.execPath, [join(ROOT, 'dist', 'main.js')], {
    // Not in the project's folder: a .env there belongs to a real desk.
    cwd: dataDir,
    env: { ...Object.fromEntries(inherited), ...settings, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C is for the demo, which then stops the bot in good order.
    detached: process.platform !== 'win32',
  })
  const lines = keepLines(bot)
  const exit = exitOf(bot)
  const killAtTheLatest = () => void bot.kill('SIGKILL')
  process.once('exit', killAtTheLatest)
  let isStopping = false
  const died = exit.then((code) => {
    process.off('exit', killAtTheLatest)
    if (isStopping) return new Promise<never>(() => undefined)
    throw new Error(`The bot ended by itself with exit code ${code}.`)
  })
  died.catch(() => undefined)
  return {
    died,
    lastLines: () => lines,
    async stop() {
      isStopping = true
      const tooLate = setTimeout(killAtTheLatest, STOP_WITHIN_MS)
      bot.kill('SIGTERM')
      const code = await exit
      clearTimeout(tooLate)
      return code
    },
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code))
  })
}

function keepLines(child: ChildProcess): string[] {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.split('\n').filter((line) => line.trim() !== ''))
      lines.splice(0, lines.length - LINES_KEPT)
    })
  }
  return lines
}
