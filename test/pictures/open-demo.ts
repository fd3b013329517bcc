import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Language } from '../../src/domain/people.ts'
import { freePort } from '../support/free-port.ts'

export interface OpenDemo {
  readonly url: string
  close(): Promise<void>
}

const OPEN_WITHIN_MS = 240_000

/** `npm run demo -- --seed` as a process. @throws Error with what it printed, should it not open */
export async function openDemo(language: Language): Promise<OpenDemo> {
  const port = String(await freePort())
  const args = ['--import', 'tsx', 'src/demo/main.ts', '--seed', '--language', language, '--port', port]
  const demo = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(demo, 'close')
  const close = async () => {
    demo.kill('SIGINT')
    await ended
  }
  try {
    return { url: await addressOf(demo), close }
  } catch (error) {
    await close()
    throw error
  }
}

function addressOf(demo: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const fail = () => reject(new Error(`The demo did not open:\n${printed}`))
    const tooLate = setTimeout(fail, OPEN_WITHIN_MS)
    demo.once('close', fail)
    for (const stream of [demo.stdout, demo.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        const url = /is open:\s+(\S+)/.exec(printed)?.[1]
        if (url === undefined) return
        clearTimeout(tooLate)
        resolve(url)
      })
    }
  })
}
