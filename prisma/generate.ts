import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { derivePostgresqlSchema } from './derive-postgresql-schema.ts'

/** Makes the Prisma clients for both providers. Skips the work when neither schema nor Prisma has changed since the last run. */

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const generated = join(root, 'src/persistence/generated')
const schemas = { sqlite: 'prisma/schema.prisma', postgresql: 'prisma/postgresql/schema.prisma' }
const stampFile = join(generated, 'stamp')

const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json')
const sqliteSchema = readFileSync(join(root, schemas.sqlite), 'utf8')
const postgresqlSchema = derivePostgresqlSchema(sqliteSchema)
const stamp = createHash('sha256')
  .update(sqliteSchema)
  .update(postgresqlSchema)
  .update(readFileSync(prismaPackage))
  .digest('hex')

if (readIfThere(join(root, schemas.postgresql)) !== postgresqlSchema) {
  mkdirSync(join(root, dirname(schemas.postgresql)), { recursive: true })
  writeFileSync(join(root, schemas.postgresql), postgresqlSchema)
}
if (readIfThere(stampFile) !== stamp || process.argv.includes('--force')) {
  await Promise.all(Object.values(schemas).map(generate))
  writeFileSync(stampFile, stamp)
}

async function generate(schema: string): Promise<void> {
  const prismaCli = join(dirname(prismaPackage), 'build/index.js')
  const child = spawn(process.execPath, [prismaCli, 'generate', '--no-hints', '--schema', schema], {
    cwd: root,
    // `generate` never runs the schema engine but would download one; any existing executable keeps it from that.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code !== 0) throw new Error(`prisma generate failed for ${schema} (exit code ${code})`)
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
