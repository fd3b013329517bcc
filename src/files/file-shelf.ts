import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type { DownloadedFile } from '../delivery/outgoing-call.ts'
import { FileError } from './file-error.ts'

/** In DATA_DIR. */
export const ATTACHMENTS_FOLDER = 'attachments'
/** Beside the shards, so that a rename never crosses file systems. */
const UNFINISHED = 'unfinished'
/** The first bytes, by which file-type tells what a file is. https://github.com/sindresorhus/file-type */
const SAMPLE = 4_100
/** Letters of the name that make up the shard's: 256 folders. */
const SHARD_LETTERS = 2
const NAME_LETTERS = 32
const UNKNOWN_TYPE = 'bin'

export interface Announced {
  /** Bytes; null: not told. */
  readonly size: number | null
  readonly atMost: number
}

/** The copies in DATA_DIR/attachments. What stands under its own name is whole and on the disk. */
export interface FileShelf {
  /** The copy that is there already, or null. @throws FileError */
  find(fileUniqueId: string): Promise<DownloadedFile | null>
  /** Streams the bytes to the disk. @throws FileError, and what `bytes` throws; nothing is left behind then */
  put(fileUniqueId: string, bytes: AsyncIterable<Uint8Array>, announced: Announced): Promise<DownloadedFile>
  /** Deletes the copy, if there is one. @throws FileError */
  remove(fileUniqueId: string): Promise<void>
  /** Removes what a process that died has left unfinished. */
  cleanUp(): Promise<void>
}

export function createFileShelf(dataDir: string): FileShelf {
  const root = join(dataDir, ATTACHMENTS_FOLDER)
  const unfinished = join(root, UNFINISHED)
  return {
    find: (fileUniqueId) => onDisk(() => findCopy(dataDir, nameOf(fileUniqueId))),
    async put(fileUniqueId, bytes, announced) {
      const name = nameOf(fileUniqueId)
      const shard = name.slice(0, SHARD_LETTERS)
      await onDisk(async () => {
        await mkdir(unfinished, { recursive: true, mode: 0o700 })
        await mkdir(join(root, shard), { recursive: true, mode: 0o700 })
      })
      const temporary = join(unfinished, `${name}-${randomUUID()}`)
      try {
        const { sample, ...written } = await writeWhole(temporary, bytes, announced)
        const type = await typeOf(sample)
        const path = `${ATTACHMENTS_FOLDER}/${shard}/${name}.${type?.ext ?? UNKNOWN_TYPE}`
        await onDisk(async () => {
          await rename(temporary, join(dataDir, path))
          await syncFolder(join(root, shard))
          await syncFolder(root)
        })
        return { path, ...written, mimeType: type?.mime ?? null }
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined)
        throw error
      }
    },
    remove: (fileUniqueId) =>
      onDisk(async () => {
        const name = nameOf(fileUniqueId)
        const folder = join(root, name.slice(0, SHARD_LETTERS))
        for (const found of await copiesIn(folder, name)) await rm(join(folder, found), { force: true })
      }),
    cleanUp: () => onDisk(() => rm(unfinished, { recursive: true, force: true })),
  }
}

/** Of our own making, whatever Telegram's id or a person's name for the file holds; the same file always gets the same. */
function nameOf(fileUniqueId: string): string {
  return createHash('sha256').update(fileUniqueId).digest('hex').slice(0, NAME_LETTERS)
}

async function findCopy(dataDir: string, name: string): Promise<DownloadedFile | null> {
  const folder = `${ATTACHMENTS_FOLDER}/${name.slice(0, SHARD_LETTERS)}`
  const [found] = await copiesIn(join(dataDir, folder), name)
  if (found === undefined) return null
  const path = `${folder}/${found}`
  const { sample, ...content } = await digest(createReadStream(join(dataDir, path)))
  return { path, ...content, mimeType: (await typeOf(sample))?.mime ?? null }
}

async function copiesIn(folder: string, name: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  return names.filter((each) => each.startsWith(`${name}.`))
}

interface Digest {
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  /** As much of the beginning as tells the type. */
  readonly sample: Uint8Array
}

/** Goes through the bytes once. @param each is given each of them, and may say that it is enough */
async function digest(
  bytes: AsyncIterable<Uint8Array>,
  each: (chunk: Uint8Array, size: number) => Promise<'more' | 'enough'> = () => Promise.resolve('more'),
): Promise<Digest> {
  const hash = createHash('sha256')
  const start: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    if (size < SAMPLE) start.push(chunk)
    size += chunk.length
    hash.update(chunk)
    if ((await each(chunk, size)) === 'enough') break
  }
  return { size, sha256: hash.digest('hex'), sample: Buffer.concat(start).subarray(0, SAMPLE) }
}

/** What it can't read is of no known type. */
function typeOf(sample: Uint8Array) {
  return fileTypeFromBuffer(sample).catch(() => undefined)
}

async function writeWhole(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { size: announced, atMost }: Announced,
): Promise<Digest> {
  const file = await onDisk(() => open(path, 'wx', 0o600))
  try {
    const written = await digest(bytes, async (chunk, size) => {
      if (size > atMost) throw new FileError({ kind: 'too-big' })
      // More than announced is no better than less: no need to wait for the end of it.
      if (announced !== null && size > announced) return 'enough'
      await onDisk(() => file.appendFile(chunk))
      return 'more'
    })
    if (announced !== null && written.size !== announced)
      throw new FileError({ kind: 'not-whole', announced, came: written.size })
    await onDisk(() => file.sync())
    return written
  } finally {
    await file.close()
  }
}

/** A rename is on the disk only when its folder is. Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder: FileHandle = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new FileError({ kind: 'disk', code: codeOf(error) ?? 'unknown' }, error)
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
