import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Provider } from './client.ts'

export interface Migration {
  readonly name: string
  readonly script: string
  /** As Prisma computes it: SHA-256 of the script, in hex. */
  readonly checksum: string
}

/** The same depth from `src/persistence/` and from `dist/persistence/`. */
const folder = new URL('../../prisma/migrations/', import.meta.url)

/** The migrations that come with this version, in the order they are applied. */
export function readMigrations(provider: Provider): readonly Migration[] {
  const path = fileURLToPath(new URL(`${provider}/`, folder))
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(`${path}${name}/migration.sql`, 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}
