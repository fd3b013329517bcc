import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { SETTING_NAMES } from '../src/config/each-setting.ts'
import { startSimulator } from '../src/simulator/simulator.ts'

/** Nothing here runs Docker: what can be told without it is told. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const settings: readonly string[] = SETTING_NAMES

interface Copy {
  readonly fromBuild: boolean
  readonly sources: readonly string[]
}

/** The COPY lines of the Dockerfile; paths of the build as they are in the project. */
function copies(): readonly Copy[] {
  return [...read('Dockerfile').matchAll(/^COPY (--from=build )?(.+) (\S+)$/gm)].map(
    ([, from, sources = '']) => ({
      fromBuild: from !== undefined,
      sources: sources.split(' ').map((source) => source.replace(/^\/app\//, '')),
    }),
  )
}

const MADE_IN_THE_BUILD = ['dist', 'node_modules']

describe('the Dockerfile', () => {
  test('copies what there is, and nothing that .dockerignore keeps out', () => {
    const ignored = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    const given = copies().flatMap(({ sources }) => sources)
    expect(given.length).toBeGreaterThan(8)
    for (const source of given.filter((one) => !MADE_IN_THE_BUILD.includes(one))) {
      expect(existsSync(join(ROOT, source)), source).toBe(true)
      expect(
        ignored.some((line) => source === line || source.startsWith(`${line}/`)),
        source,
      ).toBe(false)
    }
    expect(ignored).toEqual(
      expect.arrayContaining(['.env', 'node_modules', 'data', 'src/persistence/generated']),
    )
  })

  test('sets only what are settings, and runs as nobody special', () => {
    const [, variables = ''] = /^ENV (.+)$/m.exec(read('Dockerfile')) ?? []
    const names = variables.split(' ').map((pair) => pair.split('=')[0])
    expect(names).toEqual(['NODE_ENV', 'DATA_DIR', 'PORT'])
    expect(names.slice(1).filter((name) => !settings.includes(String(name)))).toEqual([])
    expect(read('Dockerfile')).toMatch(/\nUSER node\n(.*\n)*CMD \["node", "dist\/main\.js"\]\n$/)
  })

  test('takes along all that the bot needs to run', async () => {
    const image = mkdtempSync(join(tmpdir(), 'desk-image-'))
    const sim = await startSimulator()
    onTestFinished(async () => {
      await sim.stop()
      rmSync(image, { recursive: true, force: true })
    })
    await compile(join(image, 'dist'))
    symlinkSync(join(ROOT, 'node_modules'), join(image, 'node_modules'))
    const taken = copies()
      .filter(({ fromBuild }) => fromBuild)
      .flatMap(({ sources }) => sources)
    expect(taken).toEqual(expect.arrayContaining(MADE_IN_THE_BUILD))
    for (const source of taken.filter((one) => !MADE_IN_THE_BUILD.includes(one)))
      cpSync(join(ROOT, source), join(image, source), { recursive: true })

    const env = {
      PATH: process.env.PATH,
      BOT_TOKEN: sim.token,
      TELEGRAM_API_ROOT: sim.url,
      PORT: await freePort(),
    }
    const bot = spawn(process.execPath, ['dist/main.js'], {
      cwd: image,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    onTestFinished(() => void bot.kill('SIGKILL'))
    const exit = once(bot, 'exit')
    await Promise.race([sim.waitForBot({ timeoutMs: 90_000 }), exit])
    sim.createUser({ firstName: 'Анна' }).sendText('/start')
    await sim.waitFor(() => sim.calls.some(({ method }) => method === 'sendMessage'), { what: 'an answer' })
    expect(await healthCheck(env.PORT)).toEqual([0, null])
    bot.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
  }, 180_000)
})

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return String(port)
}

/** Runs what the Dockerfile runs to see whether the bot lives. */
async function healthCheck(port: string): Promise<readonly unknown[]> {
  const [, command = '[]'] = /^HEALTHCHECK .*CMD (\[.*\])$/m.exec(read('Dockerfile')) ?? []
  const [program, ...args] = JSON.parse(command) as string[]
  expect(program).toBe('node')
  return once(spawn(process.execPath, args, { env: { PATH: process.env.PATH, PORT: port } }), 'exit')
}

async function compile(outDir: string): Promise<void> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  // Whether the types fit is another check's business, and takes long.
  const quick = ['--noCheck', '--composite', 'false', '--declaration', 'false', '--incremental', 'false']
  const args = [tsc, '-p', 'src', '--outDir', outDir, '--tsBuildInfoFile', 'null', ...quick]
  const compiler = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
  const [code] = await once(compiler, 'exit')
  if (code !== 0) throw new Error('The bot could not be compiled')
}

interface Service {
  readonly restart: string
  readonly environment: Readonly<Record<string, string>>
  readonly volumes: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly build?: string
  readonly env_file?: string
}

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml')) as {
    readonly services: Readonly<Record<'bot' | 'db', Service>>
    readonly volumes: Readonly<Record<string, null>>
  }
  const { bot, db } = compose.services

  test('gives the bot settings that exist, and secrets from .env alone', () => {
    expect(Object.keys(bot.environment).filter((name) => !settings.includes(name))).toEqual([])
    expect(bot).toMatchObject({ build: '.', env_file: '.env' })
    const password = `\${POSTGRES_PASSWORD:?write POSTGRES_PASSWORD into .env}`
    expect(bot.environment.DATABASE_URL).toBe(`postgresql://desk:${password}@db:5432/desk`)
    expect(db.environment).toEqual({
      POSTGRES_USER: 'desk',
      POSTGRES_PASSWORD: password,
      POSTGRES_DB: 'desk',
    })
    const address = new URL(bot.environment.DATABASE_URL?.replace(password, 'word') ?? '')
    expect([address.username, address.hostname, address.pathname]).toEqual(['desk', 'db', '/desk'])
  })

  test('starts both again, the bot when the database answers, and keeps their data', () => {
    expect([bot.restart, db.restart]).toEqual(['unless-stopped', 'unless-stopped'])
    expect(bot.depends_on).toEqual({ db: { condition: 'service_healthy' } })
    expect(db.healthcheck?.test).toContain('pg_isready')
    const kept = [...bot.volumes, ...db.volumes].map((volume) => volume.split(':')[0])
    expect(kept.sort()).toEqual(Object.keys(compose.volumes).sort())
    expect(bot.volumes[0]?.split(':')[1]).toBe(bot.environment.DATA_DIR)
  })
})
