import type { GroupAction } from '../support/group-actions.ts'
import { measureBurst, type Rush, type Rushed } from './burst.ts'

const MINUTE_MS = 60_000
const RUSH = { tickets: 100, withinMs: MINUTE_MS, endsAfterMs: 6.5 * MINUTE_MS } as const
/** The smaller one, for comparison. */
const SMALL = { tickets: 40, withinMs: 20_000, endsAfterMs: 4 * MINUTE_MS } as const

const BOTS: readonly (readonly [string, Rush])[] = [
  ['desk', { script: 'desk-process.js', ...RUSH }],
  ["the guides' bot", { script: 'guide-process.js', ...RUSH }],
  ['desk, 40 in 20 s', { script: 'desk-process.js', ...SMALL }],
  ["the guides' bot, 40 in 20 s", { script: 'guide-process.js', ...SMALL }],
]

/** Measures the rushes side by side, each on a Telegram of its own, and prints them. */
export async function printBurst(): Promise<void> {
  console.log(
    `Rush: ${RUSH.tickets} tickets with 3 photos each within a minute, one urgent in the middle; Telegram's limits, real time\n`,
  )
  const found = await Promise.all(
    BOTS.map(async ([name, rush]) => [name, rush, await measureBurst(rush)] as const),
  )
  for (const [name, rush, rushed] of found) print(name, rush, rushed)
  console.log(`whole           the staff sees the ticket with all its photos. Minutes count from the first "send".
actions         of the group's 20 a minute that took effect; an album counts its items, a rich message one.
429s            calls that Telegram refused because they were too many.
waits           from the tap on "send": the longest one. "before it" are standard tickets shown while the urgent one waited.
the guides' bot conversations, runner with sequentialize, auto-retry; topic, card and album a ticket (test/bench/guide-process.js).
`)
}

function print(name: string, { tickets }: Rush, rushed: Rushed): void {
  const { byMinute, filed, confirmed, whole, begun, actions, refusals, urgentMs } = rushed
  const cost = actions.reduce((sum, action) => sum + action.cost, 0)
  const lines = [
    ['whole by minute', byMinute.join(' ')],
    ['whole at the end', `${whole} of ${tickets}; ${begun} begun, ${filed} sent by customers`],
    ['actions a ticket', `${whole === 0 ? '–' : (cost / whole).toFixed(2)} (${purposes(actions)})`],
    ['429s', String(refusals)],
    [
      'urgent waits',
      urgentMs === null ? 'never seen' : `${seconds(urgentMs)}, ${rushed.beforeUrgent} before it`,
    ],
    ['confirmation waits', `${seconds(rushed.confirmationMs)}; ${filed - confirmed} never came`],
  ]
  console.log(name)
  for (const [label = '', text] of lines) console.log(`  ${label.padEnd(20)}${text}`)
  console.log('')
}

/** What the actions were spent on, the most first. */
function purposes(actions: readonly GroupAction[]): string {
  const sums = new Map<string, number>()
  for (const { what, cost } of actions) sums.set(what, (sums.get(what) ?? 0) + cost)
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .map(([what, cost]) => `${what} ${cost}`)
    .join(', ')
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`
