import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** The process that tests kill, and what it uses besides the product. */
const CHILD = ['test/support/child-desk.ts', 'test/support/no-limits.ts']

/** Rooms that the desk does not use. */
const NOT_THE_DESK = /^src.(simulator|demo)\b/

export interface BuiltDesk {
  /** The program of test/support/child-desk.ts. */
  readonly entry: string
  remove(): void
}

/** Compiles the desk into a temporary folder: started from its sources, each process would spend a second on that alone. */
export function buildDesk(): BuiltDesk {
  const folder = mkdtempSync(join(tmpdir(), 'desk-built-'))
  cpSync(join(ROOT, 'src'), join(folder, 'src'), { recursive: true, filter: (file) => !file.endsWith('.ts') })
  for (const file of [...typescriptIn('src'), ...CHILD]) compile(file, folder)
  for (const shared of ['node_modules', 'prisma', 'package.json'])
    symlinkSync(join(ROOT, shared), join(folder, shared))
  return {
    entry: join(folder, 'test/support/child-desk.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function typescriptIn(room: string): readonly string[] {
  return readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!rowser)[.]ts$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => !NOT_THE_DESK.test(file))
}

function compile(file: string, folder: string): void {
  const { outputText } = ts.transpileModule(readFileSync(join(ROOT, file), 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      rewriteRelativeImportExtensions: true,
      verbatimModuleSyntax: true,
    },
  })
  const target = join(folder, file.replace(/[.]ts$/, '.js'))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, outputText)
}
