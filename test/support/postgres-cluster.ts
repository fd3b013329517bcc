import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'

const run = promisify(execFile)

/** A PostgreSQL server of the test's own, that it may stop as it likes. */
export interface PostgresCluster {
  readonly url: string
  /** Ends it at once, without a word to anybody, as a crash does. */
  stop(): Promise<void>
  start(): Promise<void>
}

/** Where the server's programs are: `PG_BIN_DIR`, or where Debian's packages put them; null: nowhere. */
export function findPostgres(): string | null {
  const packages = '/usr/lib/postgresql'
  const versions = existsSync(packages) ? readdirSync(packages).sort((a, b) => Number(b) - Number(a)) : []
  const places = [process.env.PG_BIN_DIR, ...versions.map((version) => join(packages, version, 'bin'))]
  return places.find((place) => place !== undefined && existsSync(join(place, 'initdb'))) ?? null
}

/** Makes and starts a server in a temporary folder; gone when the test is over. */
export async function openPostgresCluster(binDir: string): Promise<PostgresCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-pg-'))
  const asOwner = await ownerOf(folder)
  const port = await freePort()
  const program = (name: string, ...args: string[]) => {
    const [file = '', ...rest] = [...asOwner, join(binDir, name), ...args]
    return run(file, rest, { cwd: '/' })
  }
  const data = join(folder, 'data')
  await program('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`
  const control = (...args: string[]) => program('pg_ctl', '-D', data, '-w', ...args)
  const start = async () => void (await control('-l', join(folder, 'log'), '-o', options, 'start'))
  const stop = async () => void (await control('-m', 'immediate', 'stop'))
  await start()
  onTestFinished(async () => {
    await stop().catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  })
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, start, stop }
}

/** The server refuses to run as root. @returns what to put before its programs */
async function ownerOf(folder: string): Promise<readonly string[]> {
  if (process.getuid?.() !== 0) return []
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number((await run('id', [which, 'postgres'])).stdout)),
  )
  chownSync(folder, uid ?? 0, gid ?? 0)
  return ['runuser', '-u', 'postgres', '--']
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return typeof address === 'object' && address !== null ? address.port : 0
}
