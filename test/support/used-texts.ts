import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Where the code asks for a text by its key, as a literal: `t.html('ask-category')`. */
export interface TextCall {
  readonly place: string
  readonly key: string
  /** The names of the variables it passes; null where they can't be read from the call. */
  readonly variables: readonly string[] | null
}

export interface UsedTexts {
  readonly calls: readonly TextCall[]
  /** Every string literal in the code: a key may be named far from where it is asked for. */
  readonly literals: ReadonlySet<string>
  /** The beginnings of strings put together from a constant and a value: `status-${status}`. */
  readonly prefixes: ReadonlySet<string>
}

const METHODS = new Set(['html', 'plain'])

/** Reads how the TypeScript files below the folder use the texts. */
export function readUsedTexts(folder: string): UsedTexts {
  const calls: TextCall[] = []
  const literals = new Set<string>()
  const prefixes = new Set<string>()
  for (const file of typescriptFiles(folder)) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(folder, file), 'utf8'),
      ts.ScriptTarget.ES2023,
      true,
    )
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) literals.add(node.text)
      if (ts.isTemplateExpression(node) && node.head.text !== '') prefixes.add(node.head.text)
      if (ts.isCallExpression(node)) calls.push(...textCalls(node, `${file}:${lineOf(source, node)}`))
      node.forEachChild(visit)
    }
    visit(source)
  }
  return { calls, literals, prefixes }
}

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .sort()
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1
}

function textCalls(call: ts.CallExpression, place: string): TextCall[] {
  const { expression } = call
  const [key, variables] = call.arguments
  if (!ts.isPropertyAccessExpression(expression) || !METHODS.has(expression.name.text) || !key) return []
  return literalsOf(key).map((text) => ({ place, key: text, variables: namesOf(variables) }))
}

/** The strings an expression may be, as far as it says so itself: a literal, or a choice between literals. */
function literalsOf(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text]
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression)
  if (ts.isConditionalExpression(expression)) {
    return [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)]
  }
  return []
}

function namesOf(variables: ts.Expression | undefined): string[] | null {
  if (variables === undefined) return []
  if (!ts.isObjectLiteralExpression(variables)) return null
  const names = variables.properties.map((property) =>
    property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
      ? property.name.text
      : null,
  )
  return names.some((name) => name === null) ? null : names.filter((name) => name !== null)
}
