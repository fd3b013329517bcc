import type { ScaleSize } from '../scale/measure-scale.ts'
import { measureSearch } from './measure-search.ts'

/** What an answer is to stay under, ms. */
const GOAL_MS = 50

/** A table for each database. @param serverUrl undefined: SQLite alone */
export async function printSearch(size: ScaleSize, serverUrl: string | undefined): Promise<void> {
  await printOn('SQLite', size, null)
  if (serverUrl !== undefined) await printOn('PostgreSQL', size, serverUrl)
  console.log(`
Ms for all that the answer to /find reads. CPU: processor time of the bot and of the server together, the fairer figure on a busy machine.`)
}

async function printOn(name: string, size: ScaleSize, serverUrl: string | null): Promise<void> {
  const { messages, filledIn, filledCpu, kinds } = await measureSearch(size, serverUrl)
  console.log(
    `\nSearch on ${name}: ${size.tickets} tickets, ${messages} messages, ${size.samples} samples a kind`,
  )
  console.log(row('', ['p50', 'p95', 'most', 'CPU p50', 'CPU p95', 'hits']))
  for (const kind of kinds) {
    const { times, cpuTimes, hits } = kind
    const figures = [
      at(times, 0.5),
      at(times, 0.95),
      at(times, 1),
      at(cpuTimes, 0.5),
      at(cpuTimes, 0.95),
      hits,
    ]
    console.log(
      row(
        kind.name,
        figures.map((value) => value.toFixed(1)),
      ),
    )
  }
  const worst = kinds.reduce((one, other) =>
    at(other.cpuTimes, 0.95) > at(one.cpuTimes, 0.95) ? other : one,
  )
  console.log(
    `worst CPU p95 ${at(worst.cpuTimes, 0.95).toFixed(1)} ms (${worst.name}; goal ${GOAL_MS}); ` +
      `index made in ${filledIn.toFixed(0)} s, ${filledCpu.toFixed(0)} s of processor time`,
  )
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(34) + cells.map((cell) => cell.padStart(10)).join('')
}
