import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { CatalogError } from './catalog-error.ts'
import type { BrokenRule, CatalogPath } from './catalog-rules.ts'
import { wrongForm } from './catalog-schema.ts'

const KEEP_AN_EYE_ON_INDENTS =
  'look at the spaces at the beginning of the line and of the one above, and at quotes that are not closed'
const SYNTAX_MENDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'put spaces in place of the tab',
  DUPLICATE_KEY: 'take one of the two out',
}

export interface YamlForm<Schema extends z.ZodType> {
  readonly schema: Schema
  /** What to write instead, by the name of the field. */
  readonly mends: Readonly<Record<string, string>>
  /** What concerns several lines at once; looked at however wrong the rest is. */
  readonly rules: (data: unknown) => readonly BrokenRule[]
}

/** Reads a file of the owner's; `file` is named in the mistakes. @throws CatalogError with all of them, in the order of their lines */
export function parseYaml<Schema extends z.ZodType>(
  source: string,
  file: string,
  { schema, mends, rules }: YamlForm<Schema>,
): z.infer<Schema> {
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
  const parsed = schema.safeParse(data, { error: wrongForm })
  const asBroken = (issue: z.core.$ZodIssue) => asBrokenRules(issue, mends)
  const broken = [...(parsed.success ? [] : parsed.error.issues.flatMap(asBroken)), ...rules(data)]
  if (parsed.success && broken.length === 0) return parsed.data
  throw new CatalogError(
    broken
      .map(({ path, problem, mend }) => ({ file, line: lineAt(offsetOf(document, path)), problem, mend }))
      .sort((one, other) => one.line - other.line),
  )
}

function asBrokenRules(issue: z.core.$ZodIssue, mends: YamlForm<z.ZodType>['mends']): BrokenRule[] {
  if (issue.code !== 'unrecognized_keys') return [asBrokenRule(issue.path, issue.message, mends)]
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    problem: `"${key}" ${issue.message}`,
    mend: 'take it out, or put quotes around the text it is part of',
  }))
}

function asBrokenRule(path: CatalogPath, message: string, mends: YamlForm<z.ZodType>['mends']): BrokenRule {
  const names = path.filter((step): step is string => typeof step === 'string')
  const name = names.at(-1)
  if (name === undefined)
    return { path, problem: `the file ${message}`, mend: 'begin with a copy of the default one' }
  const isItem = typeof path.at(-1) === 'number'
  const inside = name === 'ru' || name === 'en' ? `${names.at(-2)}.${name}` : name
  return {
    path,
    problem: isItem ? `an entry of "${name}" ${message}` : `"${inside}" ${message}`,
    mend: mends[names.slice(-2).join('.')] ?? mends[name] ?? 'compare with the default one',
  }
}

/** Where the value begins, or its name, or the nearest thing around it that there is. */
function offsetOf(document: Document, path: CatalogPath): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of [null, ...path]) {
    if (step !== null) {
      const isStep = (key: unknown) => isScalar(key) && String(key.value) === String(step)
      const key = isMap(node) ? node.items.find(({ key }) => isStep(key))?.key : null
      if (isNode(key) && key.range) offset = key.range[0]
      const name = isScalar(key) ? key.value : step
      node = isCollection(node) ? node.get(name, true) : null
    }
    if (isNode(node) && node.range && !(isScalar(node) && node.value === null)) offset = node.range[0]
  }
  return offset
}
