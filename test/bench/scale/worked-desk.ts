import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { QuietTelegram } from './quiet-telegram.ts'

export interface Worked {
  /** From the beginning of its work to its commit. */
  readonly ms: number
  /** Processor time of the whole process since it had nothing to do, storing the update included. Ms. */
  readonly cpuMs: number
}

/** The built desk in a process of its own, given one update after the other. */
export interface WorkedDesk {
  /** Hands an update out and waits until it is worked. */
  work(update: Readonly<Record<string, unknown>>): Promise<Worked>
  /** Resolves when nothing waits, neither in the inbox nor in the outbox. */
  idle(): Promise<void>
  /** Processor time of the whole process since the last question, in ms. */
  cpuMs(): Promise<number>
  stop(): Promise<void>
}

/** @throws (the process ends) when the desk ends by itself */
export async function startWorkedDesk(
  telegram: QuietTelegram,
  settings: Readonly<Record<string, string>>,
): Promise<WorkedDesk> {
  const asked = telegram.askedForUpdates()
  const file = fileURLToPath(new URL('scale-process.js', import.meta.url))
  const desk = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let stopping = false
  const ended = new Promise<void>((resolve) => desk.once('close', () => resolve()))
  desk.once('close', (code) => {
    if (!stopping) throw new Error(`The desk ended by itself with exit code ${code}`)
  })
  const told = <T>(matches: (said: unknown) => T | undefined) =>
    new Promise<T>((resolve) => {
      const listen = (said: unknown) => {
        const found = matches(said)
        if (found === undefined) return
        desk.off('message', listen)
        resolve(found)
      }
      desk.on('message', listen)
    })
  await asked
  let updateId = 900_000_000
  return {
    async work(update) {
      updateId += 1
      const id = updateId
      const worked = told((said) => {
        const answer = said as Worked & { updateId?: number }
        return answer.updateId === id ? answer : undefined
      })
      telegram.push({ update_id: id, ...update })
      return worked
    },
    async idle() {
      const answered = told((said) => (said === 'idle' ? true : undefined))
      desk.send('idle')
      await answered
    },
    async cpuMs() {
      const answered = told((said) => (said as { allCpuMs?: number }).allCpuMs)
      desk.send('cpu')
      return answered
    },
    async stop() {
      stopping = true
      desk.kill('SIGTERM')
      await ended
    },
  }
}
