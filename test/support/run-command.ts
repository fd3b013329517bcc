import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface CommandEnd {
  readonly code: number | null
  /** Of both streams, as it came. */
  readonly output: string
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** A .env or settings of whoever runs the tests must not get in. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'NODE_OPTIONS']

/** Runs an owner's command as a process of its own, in a folder that holds no .env, and waits for its end, or for `kill`. */
export async function runCommand(
  name: 'doctor' | 'backup' | 'move' | 'link',
  cwd: string,
  settings: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
  kill?: AbortSignal,
): Promise<CommandEnd> {
  const inherited = INHERITED.map((key) => [key, process.env[key]] as const)
  const tsx = join(ROOT, 'node_modules/tsx/dist/loader.mjs')
  const child = spawn(process.execPath, ['--import', tsx, join(ROOT, `src/commands/${name}.ts`), ...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  kill?.addEventListener('abort', () => child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  return { code, output }
}
