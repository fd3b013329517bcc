import type { ScaleFound } from './measure-scale.ts'

/** What the desk is to stay under, ms. */
const GOAL_ACTION_MS = 20
const GOAL_START_MS = 3_000

/** One table for both databases; null: not measured. */
export function printScale(sqlite: ScaleFound, postgresql: ScaleFound | null): void {
  const all = [sqlite, ...(postgresql === null ? [] : [postgresql])]
  const names = ['SQLite', 'PostgreSQL']
  console.log(`
Scale: ${sqlite.tickets} tickets, ${sqlite.messages} messages. Ms from the beginning of an update's work to its commit, one after the
other on a desk with nothing else to do; CPU: processor time with storing the update, the fairer figure on a busy machine.
`)
  const head = names.slice(0, all.length).flatMap((name) => [`${name} p50`, 'p95', 'most', 'CPU p95'])
  console.log(row('', head))
  for (const [index, { name }] of sqlite.actions.entries()) {
    const cells = all.flatMap(({ actions }) => {
      const { times, cpuTimes } = actions[index] ?? { times: [], cpuTimes: [] }
      const figures = [at(times, 0.5), at(times, 0.95), at(times, 1), at(cpuTimes, 0.95)]
      return figures.map((value) => value.toFixed(1))
    })
    console.log(row(name, cells))
  }
  console.log('')
  for (const [index, found] of all.entries()) {
    const p95s = found.actions.map(({ name, times }) => ({ name, p95: at(times, 0.95) }))
    const worst = p95s.reduce((one, other) => (other.p95 > one.p95 ? other : one))
    const starts = found.starts.map((start) => start.toFixed(0)).join(', ')
    console.log(
      `${names[index]}: worst p95 ${worst.p95.toFixed(1)} ms (${worst.name}; goal ${GOAL_ACTION_MS}), ` +
        `start-up ${starts} ms (goal ${GOAL_START_MS}), processor time an update ${found.cpu.toFixed(1)} ms, ` +
        `${found.actions[0]?.times.length ?? 0} samples an action, filled in ${found.filledIn.toFixed(0)} s`,
    )
  }
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(27) + cells.map((cell, index) => cell.padStart(index % 4 === 0 ? 16 : 8)).join('')
}
