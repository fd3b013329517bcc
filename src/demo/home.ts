import { randomBytes } from 'node:crypto'
import { access, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { OptionError, type PlaygroundOptions } from './options.ts'
import { writeWhole } from './write-whole.ts'

/** What a playground remembers besides the database and the world of its Telegram. */
export interface Memory {
  /** Signs the links of a made-up shop. */
  readonly linkSecret: string
  /** Opens the bot's HTTP API. */
  readonly apiSecret: string
  /** Milliseconds since the epoch: time does not go back when the playground is opened again. */
  readonly now: number
}

/** The folder of a playground. */
export interface Home {
  readonly dataDir: string
  /** Where the world of its Telegram is kept. */
  readonly worldFile: string
  /** Settings of the bot that somebody has written, as in .env. */
  readonly settingsFile: string
  /** A catalogue that somebody has written. */
  readonly catalogFile: string
  readonly memory: Memory
  /** Remembers the moment, for the next time. */
  keepTime(now: number): Promise<void>
  /** Removes a temporary folder. */
  leave(): Promise<void>
}

const MEMORY_FILE = 'playground.json'
const secret = () => randomBytes(24).toString('hex')

/**
 * Opens the folder, or makes it.
 * @throws OptionError when it holds the data of a real desk, or is to be filled and is not empty
 */
export async function openHome({ dataDir: named, seed }: PlaygroundOptions): Promise<Home> {
  const dataDir = named === null ? await mkdtemp(join(tmpdir(), 'desk-demo-')) : resolve(named)
  await mkdir(dataDir, { recursive: true })
  const file = join(dataDir, MEMORY_FILE)
  const known = await readMemory(file)
  if (known === null && (await exists(join(dataDir, 'desk.db'))))
    throw new OptionError(
      `--data-dir: in ${dataDir} is a desk that the demo has not made. Name another folder.`,
    )
  if (known !== null && seed)
    throw new OptionError(
      `--seed fills an empty desk, and in ${dataDir} there is one already: leave out --seed, or name another folder.`,
    )
  const memory = known ?? { linkSecret: secret(), apiSecret: secret(), now: 0 }
  await writeMemory(file, memory)
  return {
    dataDir,
    worldFile: join(dataDir, 'telegram.bin'),
    settingsFile: join(dataDir, '.env'),
    catalogFile: join(dataDir, 'catalog.yaml'),
    memory,
    keepTime: (now) => writeMemory(file, { ...memory, now }),
    async leave() {
      if (named === null) await rm(dataDir, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function readMemory(file: string): Promise<Memory | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Memory)
}

function writeMemory(file: string, memory: Memory): Promise<void> {
  return writeWhole(file, JSON.stringify(memory))
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
