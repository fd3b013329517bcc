import { readFileSync } from 'node:fs'
import pg from 'pg'

/** Marks the connections whose processes are measured. */
export const MEASURED = 'desk-search-bench'

/** The processor time, in ms, that this process and the server's processes of the marked connections have had so far. */
export async function createCpuMeter(serverUrl: string | null): Promise<() => number> {
  const pids = serverUrl === null ? [] : await measuredPids(serverUrl)
  return () => {
    const own = process.cpuUsage()
    return (own.user + own.system) / 1_000 + pids.reduce((sum, pid) => sum + onCpu(pid), 0)
  }
}

async function measuredPids(serverUrl: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  const { rows } = await client.query('SELECT pid FROM pg_stat_activity WHERE application_name = $1', [
    MEASURED,
  ])
  await client.end()
  return rows.map(({ pid }) => Number(pid))
}

/** Where the server runs on this machine; 0 elsewhere. https://docs.kernel.org/scheduler/sched-stats.html */
function onCpu(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return 0
  }
}
