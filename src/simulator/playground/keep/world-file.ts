import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Simulator } from '../../simulator.ts'
import { restoreWorld, saveWorld } from './save-world.ts'

export interface WorldFile {
  /** Whether there was a world in the file. */
  isRestored: boolean
  /** Saves for the last time. */
  stop(): Promise<void>
}

export interface WorldFileOptions {
  path: string
  /** Hears what the person who runs it should know, a sentence at a time. */
  say(line: string): void
  /** The shortest time between two saves, real milliseconds. */
  pauseMs?: number
}

/** Saving takes no more than this share of the time. */
const SHARE = 1 / 20

/** Restores the world from its file, and saves it there from then on when something has changed. */
export async function keepWorld(sim: Simulator, options: WorldFileOptions): Promise<WorldFile> {
  const { path, say, pauseMs = 1_000 } = options
  const isRestored = await restore(sim, path, say)
  let timer: NodeJS.Timeout | undefined
  let saving = Promise.resolve()
  let lastTookMs = 0

  const save = (isFinal: boolean) => {
    timer = undefined
    const startedAt = performance.now()
    const bytes = saveWorld(sim.world, { isFinal })
    lastTookMs = performance.now() - startedAt
    saving = saving
      .then(() => writeWhole(path, bytes))
      .catch((error: unknown) => say(`The simulated world could not be saved: ${String(error)}`))
    return saving
  }
  const stopListening = sim.onChange(() => {
    timer ??= setTimeout(() => void save(false), Math.max(pauseMs, lastTookMs / SHARE)).unref()
  })
  return {
    isRestored,
    async stop() {
      stopListening()
      clearTimeout(timer)
      await save(true)
    },
  }
}

async function restore({ world }: Simulator, path: string, say: (line: string) => void): Promise<boolean> {
  const bytes = await readFile(path).catch(noneIfMissing)
  if (!bytes) return false
  try {
    restoreWorld(world, bytes)
    return true
  } catch (error) {
    const aside = `${path}.${Date.now()}.unread`
    await rename(path, aside)
    const reason = error instanceof Error ? error.message : String(error)
    say(`The saved world could not be read (${reason}): it was put aside as ${aside}, and a new one begins.`)
    return false
  }
}

function noneIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}

/** Never leaves half of it behind. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const unfinished = `${path}.unfinished`
  await writeFile(unfinished, bytes)
  await rename(unfinished, path)
}
