import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Catalog } from '../domain/catalog.ts'
import { CatalogError, type CatalogProblem } from './catalog-error.ts'
import { type BrokenRule, brokenRules, type CatalogPath } from './catalog-rules.ts'
import { catalogSchema, MENDS, wrongForm } from './catalog-schema.ts'
import { ConfigError } from './config-error.ts'

/** Found from `dist/` too, to which the file is not copied. */
const DEFAULT_FILE = fileURLToPath(new URL('../../src/config/catalogs/default.yaml', import.meta.url))

const KEEP_AN_EYE_ON_INDENTS =
  'look at the spaces at the beginning of the line and of the one above, and at quotes that are not closed'
const SYNTAX_MENDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'put spaces in place of the tab',
  DUPLICATE_KEY: 'take one of the two out',
}

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
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  if (document.errors.length > 0) {
    throw new CatalogError(
      document.errors.map(({ code, message, pos }) => ({
        file,
        line: lineAt(pos[0]),
        problem: `the line can't be read (${message})`,
        mend: SYNTAX_MENDS[code] ?? KEEP_AN_EYE_ON_INDENTS,
      })),
    )
  }
  const data: unknown = document.toJS()
  const parsed = catalogSchema.safeParse(data, { error: wrongForm })
  const broken = [...(parsed.success ? [] : parsed.error.issues.flatMap(asBrokenRules)), ...brokenRules(data)]
  if (parsed.success && broken.length === 0) return parsed.data
  throw new CatalogError(
    broken
      .map(({ path, problem, mend }) => ({ file, line: lineAt(offsetOf(document, path)), problem, mend }))
      .sort((one, other) => one.line - other.line),
  )
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

function asBrokenRules(issue: z.core.$ZodIssue): BrokenRule[] {
  if (issue.code !== 'unrecognized_keys') return [asBrokenRule(issue.path, issue.message)]
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    problem: `"${key}" ${issue.message}`,
    mend: 'take it out, or put quotes around the text it is part of',
  }))
}

function asBrokenRule(path: CatalogPath, message: string): BrokenRule {
  const names = path.filter((step): step is string => typeof step === 'string')
  const name = names.at(-1)
  if (name === undefined)
    return { path, problem: `the file ${message}`, mend: 'begin with a copy of the default one' }
  const isItem = typeof path.at(-1) === 'number'
  const inside = name === 'ru' || name === 'en' ? `${names.at(-2)}.${name}` : name
  return {
    path,
    problem: isItem ? `an entry of "${name}" ${message}` : `"${inside}" ${message}`,
    mend: MENDS[names.slice(-2).join('.')] ?? MENDS[name] ?? 'compare with the default one',
  }
}

/** Where the value begins, or its name, or the nearest thing around it that there is. */
function offsetOf(document: Document, path: CatalogPath): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of [null, ...path]) {
    if (step !== null) {
      const key = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step)?.key : null
      if (isNode(key) && key.range) offset = key.range[0]
      node = isCollection(node) ? node.get(step, true) : null
    }
    if (isNode(node) && node.range && !(isScalar(node) && node.value === null)) offset = node.range[0]
  }
  return offset
}
