import { randomUUID } from 'node:crypto'
import { type Clock, realClock } from '../clock.ts'

export interface Upload {
  name: string
  mimeType: string
  bytes: Buffer
}

/** Files that were brought to the server and not sent yet. */
export interface Uploads {
  /** @returns its id */
  add(upload: Upload): string
  find(id: string): Upload | undefined
  remove(id: string): void
  clear(): void
}

const KEPT_MS = 10 * 60_000
const MAX_UPLOADS = 64
const MAX_TOTAL_BYTES = 512 * 1024 * 1024

/** The oldest ones are forgotten when there are too many, and each after ten minutes. */
export function createUploads(clock: Clock = realClock): Uploads {
  const kept = new Map<string, Upload & { cancelTimer: () => void }>()
  let totalBytes = 0
  const remove = (id: string) => {
    const upload = kept.get(id)
    if (!upload) return
    upload.cancelTimer()
    totalBytes -= upload.bytes.length
    kept.delete(id)
  }
  const forgetOldest = () => {
    for (const id of kept.keys()) {
      if (kept.size <= MAX_UPLOADS && totalBytes <= MAX_TOTAL_BYTES) return
      remove(id)
    }
  }
  return {
    add(upload) {
      const id = randomUUID()
      kept.set(id, { ...upload, cancelTimer: clock.setTimer(KEPT_MS, () => remove(id)) })
      totalBytes += upload.bytes.length
      forgetOldest()
      return id
    },
    find: (id) => kept.get(id),
    remove,
    clear() {
      for (const id of [...kept.keys()]) remove(id)
    },
  }
}
