import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitOf, keepLines } from './child-output.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** The built page, for whoever serves it. */
export const PAGE_FOLDER = join(ROOT, 'dist', 'page')

const PAGE_SOURCES = join(ROOT, 'src', 'simulator', 'page')

/** Compiles the bot where needed, as `npm start` does. @throws Error with what the compiler said */
export async function buildBot(): Promise<void> {
  await run('The bot could not be built (tsc -b src)', ['typescript', 'bin', 'tsc'], ['-b', 'src'])
}

/**
 * Builds the page, unless what is there is newer than all it is made of.
 * @throws Error with what the bundler said, or where the development packages are missing
 */
export async function buildPage(): Promise<void> {
  const builtAt = await changedAt(join(PAGE_FOLDER, 'index.html'))
  if (builtAt !== null && builtAt > (await newestIn(PAGE_SOURCES))) return
  if ((await changedAt(join(ROOT, 'node_modules', 'vite'))) === null)
    throw new Error(
      'The page is built with the development packages, which are missing here: run npm install without --omit=dev.',
    )
  await run(
    'The page could not be built (vite build)',
    ['vite', 'bin', 'vite.js'],
    ['build', 'src/simulator/page'],
  )
}

async function run(failed: string, program: readonly string[], args: readonly string[]): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'node_modules', ...program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines = keepLines(child)
  const code = await exitOf(child)
  if (code !== 0) throw new Error(`${failed}:\n${lines.join('\n')}`)
}

/** Milliseconds since the epoch; null: there is nothing. */
async function changedAt(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
}

async function newestIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true })
  const times = await Promise.all(entries.map((entry) => changedAt(join(folder, entry))))
  return Math.max(...times.map((time) => time ?? 0))
}
