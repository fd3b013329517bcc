import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What a bot's own meter says. Times in ms. */
export interface Measured {
  readonly updates: number
  readonly seconds: number
  readonly p50: number
  readonly p95: number
  /** Processor time an update, everything the process does included. */
  readonly cpu: number
}

export interface BotUnderTest {
  /** Measures from now on. */
  begin(): void
  report(): Promise<Measured>
  /** Resolves as soon as it has worked so many updates since it began to measure. */
  reportAfter(updates: number): Promise<Measured>
  /** Resident memory in MB; null where the system does not tell. */
  memoryMb(): number | null
  stop(): Promise<void>
}

/** Starts a script of this folder, or of the built product, as a process of its own. */
export function startBotUnderTest(script: string, settings: Readonly<Record<string, string>>): BotUnderTest {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const bot = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => bot.once('close', () => resolve()))
  const ask = (question: string | number) => {
    const answered = new Promise<Measured>((resolve) =>
      bot.once('message', (said) => resolve(said as Measured)),
    )
    bot.send(question)
    return answered
  }
  let stopping = false
  bot.once('close', (code) => {
    if (!stopping) throw new Error(`${script} ended by itself with exit code ${code}`)
  })
  return {
    begin: () => bot.send('begin'),
    report: () => ask('report'),
    reportAfter: (updates) => ask(updates),
    memoryMb: () => residentMb(bot),
    async stop() {
      stopping = true
      bot.kill('SIGTERM')
      await ended
    },
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function residentMb({ pid }: ChildProcess): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found?.[1] === undefined ? null : Number(found[1]) / 1024
  } catch {
    return null
  }
}
