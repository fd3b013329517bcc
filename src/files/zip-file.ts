import { type FileHandle, open } from 'node:fs/promises'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** An archive that is written to the disk as it grows. */
export interface ZipFile {
  /** Photos and the like are packed already: they go in as they are. */
  addBytes(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  addText(name: string, text: string): Promise<void>
  /** Writes the list of contents; nothing can be added afterwards. */
  finish(): Promise<void>
  /** Closes the file; once or more. */
  close(): Promise<void>
}

/** @throws errors of the file system */
export async function createZipFile(path: string): Promise<ZipFile> {
  const file: FileHandle = await open(path, 'wx', 0o600)
  let made: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    failure ??= error
    made.push(chunk)
  })
  /** What was pushed is there at once: the disk sets the pace. */
  const flush = async () => {
    const chunks = made
    made = []
    if (failure !== null) throw failure
    for (const chunk of chunks) await file.appendFile(chunk)
  }
  return {
    async addBytes(name, bytes) {
      const entry = new ZipPassThrough(name)
      zip.add(entry)
      for await (const chunk of bytes) {
        // The archive keeps no more of it than what it writes.
        entry.push(Uint8Array.from(chunk))
        await flush()
      }
      entry.push(new Uint8Array(), true)
      await flush()
    },
    async addText(name, text) {
      const entry = new ZipDeflate(name)
      zip.add(entry)
      entry.push(strToU8(text), true)
      await flush()
    },
    async finish() {
      zip.end()
      await flush()
      await file.close()
    },
    close: () => file.close().catch(() => undefined),
  }
}
