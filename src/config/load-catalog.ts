import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Catalog } from '../domain/catalog.ts'
import { CatalogError, type CatalogProblem } from './catalog-error.ts'
import { brokenRules } from './catalog-rules.ts'
import { catalogSchema, MENDS } from './catalog-schema.ts'
import { ConfigError } from './config-error.ts'
import { parseYaml } from './parse-yaml.ts'

/** Found from `dist/` too, to which the file is not copied. */
const DEFAULT_FILE = fileURLToPath(new URL('../../src/config/catalogs/default.yaml', import.meta.url))

/**
 * Reads the owner's catalogue, or the one that comes with the desk where `file` is null.
 * Throws ConfigError where the file can't be opened, CatalogError with every mistake in it.
 */
export async function loadCatalog(file: string | null): Promise<Catalog> {
  const path = file ?? relative(process.cwd(), DEFAULT_FILE)
  return parseCatalog(decode(await open(path), path), path)
}

/** Reads a catalogue's text; `file` is named in the mistakes. Throws CatalogError with all of them. */
export function parseCatalog(source: string, file: string): Catalog {
  return parseYaml(source, file, { schema: catalogSchema, mends: MENDS, rules: brokenRules })
}

async function open(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'no reason given'
    const problem = `names a file that can't be opened (${reason})`
    throw new ConfigError([
      { name: 'CATALOG_FILE', problem, mend: 'write the path of a catalogue, or leave it out' },
    ])
  }
}

/** Strictly: a file in another encoding would reach the customers as question marks. */
function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const problem: CatalogProblem = {
      file,
      line: 1,
      problem: 'the file is not saved as UTF-8',
      mend: 'save it again in your editor with the encoding UTF-8',
    }
    throw new CatalogError([problem])
  }
}
