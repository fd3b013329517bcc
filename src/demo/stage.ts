import type { Actions, Person } from '../simulator/driver/person.ts'
import type { Simulator } from '../simulator/simulator.ts'

/** Says what happens, and waits for what the bot does. */
export interface Stage {
  act(title: string): void
  /** One line about what somebody just did. */
  tell(line: string): void
  /** Prints a chat in full. */
  show(screen: string): void
  /** Prints a chat from the first line that differs from what was printed of it before. */
  showNew(screen: string): void
  /** Waits until `check` holds, and says so when it takes a while. @throws Error after a minute */
  wait(what: string, check: () => boolean): Promise<void>
  /** Waits for the button, taps it and waits for the bot's answer. */
  tap(who: Person, button: string, as?: Actions): Promise<void>
}

/** Longer waits are explained. Milliseconds. */
const PATIENCE_MS = 1_200
/** The group's allowance may be used up: then a minute passes before the next message. */
const WAIT_AT_MOST_MS = 75_000

export function createStage(sim: Simulator, write: (line: string) => void): Stage {
  let acts = 0
  const printed = new Map<string, readonly string[]>()
  const print = (screen: string, before: readonly string[]) => {
    const [title = '', ...lines] = screen.split('\n')
    const same = lines.findIndex((line, index) => line !== before[index])
    const fresh = same > 0 ? ['  ⋮', ...lines.slice(same)] : lines
    for (const line of ['', title, ...fresh]) write(`    ${line}`.trimEnd())
    printed.set(title, lines)
  }
  const wait: Stage['wait'] = async (what, check) => {
    const explain = setTimeout(() => write(`    … waiting for ${what}`), PATIENCE_MS)
    try {
      await sim.waitFor(check, { what, timeoutMs: WAIT_AT_MOST_MS })
    } finally {
      clearTimeout(explain)
    }
  }
  return {
    act(title) {
      acts += 1
      write(`\n▌ ${acts}. ${title}\n`)
    },
    tell: (line) => write(`  ${line}`),
    show: (screen) => print(screen, []),
    showNew: (screen) => print(screen, printed.get(screen.split('\n')[0] ?? '') ?? []),
    wait,
    async tap(who, button, as = who) {
      let tapped: ReturnType<Actions['tap']> | undefined
      await wait(`the button [${button}]`, () => {
        tapped = as.tap(button)
        return true
      })
      write(`  ${who.user.first_name} taps [${button}]`)
      const answer = await tapped?.answer()
      if (answer?.text) write(`    (a word over the chat: ${answer.text})`)
    },
  }
}
