import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { anyFreePort } from '../../src/demo/free-port.ts'
import type { Act, ActAnswer } from '../../src/simulator/playground/act-protocol.ts'
import type {
  Change,
  GroupView,
  MessageView,
  PersonView,
  SettingsView,
} from '../../src/simulator/playground/protocol.ts'

/** What its page knows. */
export interface PageState {
  people: PersonView[]
  groups: GroupView[]
  messages: MessageView[]
  settings: SettingsView | null
}

/** `npm run demo` as a process, seen as its page sees it. */
export interface RunningDemo {
  readonly url: string
  readonly state: PageState
  output(): string
  act(act: Act): Promise<ActAnswer>
  /** Looks after each change until there is something. */
  until<T>(what: string, look: (state: PageState) => T): Promise<NonNullable<T>>
  /** Ctrl-C. @returns the exit code */
  interrupt(): Promise<number | null>
  /** What is left in the folder for temporary things. */
  leftovers(): string[]
}

const OPEN_WITHIN_MS = 150_000
const SEEN_WITHIN_MS = 60_000

/** Starts it at a free port and waits until it prints its address and all is open. */
export async function startDemo(...options: string[]): Promise<RunningDemo> {
  const temporary = mkdtempSync(join(tmpdir(), 'desk-demo-test-'))
  const port = String(await anyFreePort())
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/demo/main.ts', '--port', port, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: temporary },
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(temporary, { recursive: true, force: true })
  })
  const printed = listenTo(child)
  const url = await printed.until(/The playground is open:\s+(\S+)/, ended)
  const page = await openPage(url)
  onTestFinished(page.close)
  await page.until('the first change', ({ settings }) => settings)
  return {
    url,
    state: page.state,
    output: printed.text,
    until: page.until,
    async act(act) {
      const answer = await fetch(new URL('/playground/acts', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(act),
      })
      return (await answer.json()) as ActAnswer
    },
    async interrupt() {
      page.close()
      child.kill('SIGINT')
      return ended
    },
    leftovers: () => readdirSync(temporary).filter((name) => name.startsWith('desk-demo-')),
  }
}

function listenTo(child: ChildProcess) {
  let text = ''
  let heard = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (some: string) => {
      text += some
      heard()
    })
  }
  const until = (words: RegExp, ended: Promise<unknown>) =>
    new Promise<string>((resolve, reject) => {
      const fail = () => reject(new Error(`Not printed: ${words}\n${text}`))
      const tooLate = setTimeout(fail, OPEN_WITHIN_MS)
      void ended.then(fail)
      heard = () => {
        const found = words.exec(text)?.[1]
        if (found === undefined) return
        clearTimeout(tooLate)
        resolve(found)
      }
      heard()
    })
  return { text: () => text, until }
}

/** Follows the stream of changes. */
async function openPage(url: string) {
  const leave = new AbortController()
  const state: PageState = { people: [], groups: [], messages: [], settings: null }
  const looks = new Set<() => void>()
  const take = (change: Change) => {
    state.people = merge(change.isWhole ? [] : state.people, change.people, ({ user }) => user.id)
    state.groups = merge(change.isWhole ? [] : state.groups, change.groups, ({ id }) => id)
    const keyOf = ({ chatId, key }: MessageView) => `${chatId}:${key}`
    state.messages = merge(change.isWhole ? [] : state.messages, change.messages, keyOf)
    state.settings = change.settings ?? state.settings
    for (const look of looks) look()
  }
  const answer = await fetch(new URL('/playground/events', url), { signal: leave.signal })
  void readEvents(answer, take).catch(() => undefined)
  const until: RunningDemo['until'] = (what, look) =>
    new Promise((resolve, reject) => {
      const said = () => state.messages.map(({ message }) => message.text ?? '').slice(-12)
      const tooLate = setTimeout(
        () => reject(new Error(`Not seen: ${what}\n${said().join('\n—\n')}`)),
        SEEN_WITHIN_MS,
      )
      const check = () => {
        const found = look(state)
        if (!found) return
        looks.delete(check)
        clearTimeout(tooLate)
        resolve(found)
      }
      looks.add(check)
      check()
    })
  return { state, until, close: () => leave.abort() }
}

function merge<T>(known: T[], changed: readonly T[] | undefined, keyOf: (each: T) => unknown): T[] {
  const all = new Map(known.map((each) => [keyOf(each), each]))
  for (const each of changed ?? []) all.set(keyOf(each), each)
  return [...all.values()]
}

async function readEvents(answer: Response, take: (change: Change) => void): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of answer.body ?? []) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true })
    const events = rest.split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const data = event.split('\n').flatMap((line) => /^data: ?(.*)/.exec(line)?.[1] ?? [])
      if (data.length > 0) take(JSON.parse(data.join('\n')) as Change)
    }
  }
}
