import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { moveToPostgresql } from '../../src/persistence/copying/move-to-postgresql.ts'
import { type DatabaseLocation, openDatabase } from '../../src/persistence/open-database.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { placeTestDatabase, queryTestDatabase } from '../support/database.ts'
import { fillTables } from '../support/fill-tables.ts'
import { placeFirstRelease, readOldRows, reenactTelegram } from '../support/first-release.ts'
import { expectFinished, openOldDesk } from '../support/old-desk.ts'
import { readAllModels } from '../support/read-all-models.ts'
import { runCommand } from '../support/run-command.ts'

const TOKEN = '123456789:TEST-canary_canary_canary_canary_canary'
/** More than one batch of each table. */
const ROWS = 1_203
const now = () => new Date()

async function aFullDatabase(): Promise<DatabaseLocation> {
  const location = await placeTestDatabase('sqlite')
  await (await openDatabase(location)).close()
  fillTables(location.dataDir, ROWS)
  return location
}

/** The address of an empty database. */
async function anEmptyTarget(): Promise<DatabaseLocation & { readonly url: string }> {
  const { url, dataDir } = await placeTestDatabase('postgresql')
  return { url: url ?? '', dataDir }
}

function fingerprint(dataDir: string): string {
  return createHash('sha256')
    .update(readFileSync(join(dataDir, 'desk.db')))
    .digest('hex')
}

describe.skipIf(process.env.TEST_DATABASE_URL === undefined)('a move from SQLite to PostgreSQL', () => {
  test('carries every row of every model as it is, and leaves the file as it was', async () => {
    const source = await aFullDatabase()
    const target = await anEmptyTarget()
    const before = { files: readdirSync(source.dataDir), print: fingerprint(source.dataDir) }
    const { tables, wasThere } = await moveToPostgresql(source.dataDir, target.url, now)
    expect(wasThere).toBe(false)
    expect(tables.map(({ rows }) => rows)).toEqual(tables.map(() => ROWS))
    // Leases of a bot that runs are nobody's after the move.
    const { Lease, Process, Lane, ...carried } = await readAllModels(source)
    const { Lease: leases, Process: processes, Lane: lanes, ...arrived } = await readAllModels(target)
    expect(arrived).toEqual(carried)
    expect([leases, processes]).toEqual([[], []])
    const withoutLease = (rows: readonly string[] = []) =>
      rows.map((row) => row.replace(/"leaseUntil":"[^"]*"/, ''))
    expect(withoutLease(lanes)).toEqual(withoutLease(Lane))
    expect(lanes?.every((row) => row.includes('"leaseUntil":"1970-01-01T00:00:00.000Z"'))).toBe(true)
    expect(Lease?.length).toBe(ROWS)
    expect(Process?.length).toBe(ROWS)
    expect({ files: readdirSync(source.dataDir), print: fingerprint(source.dataDir) }).toEqual(before)
  }, 120_000)

  test('lets new rows come after all that SQLite ever numbered', async () => {
    const source = await aFullDatabase()
    await queryTestDatabase(source, 'DELETE FROM inbox_events WHERE seq > 1200')
    const target = await anEmptyTarget()
    await moveToPostgresql(source.dataDir, target.url, now)
    const database = await openDatabase(target)
    onTestFinished(() => database.close())
    await database.inbox.ingest(7, [{ lane: 'x', body: { kind: 'due', job: 'x', data: {} } }], now())
    const [row] = await queryTestDatabase(target, `SELECT seq FROM inbox_events WHERE lane = 'x'`)
    expect(row).toEqual({ seq: ROWS + 1 })
  }, 120_000)

  test('of a desk in the midst of its work: the desk goes on there, and nothing is lost or doubled', async () => {
    const sim = await startSimulator()
    const rows = readOldRows(sim)
    const people = await reenactTelegram(sim)
    const source = await placeFirstRelease('sqlite', rows)
    const target = await anEmptyTarget()
    const { code, output } = await runCommand(
      'move',
      source.dataDir,
      { BOT_TOKEN: sim.token, DATA_DIR: source.dataDir },
      ['--to', target.url],
    )
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringContaining('All of it is in PostgreSQL now.'),
    })
    expect(output).toMatch(/^tickets +2 rows +ids [0-9a-f]+ +the same$/m)
    expect(output).not.toContain(sim.token)
    const desk = await openOldDesk(sim, target)
    await expectFinished(desk, people, rows)
  }, 120_000)

  test('is refused while a bot runs on either side, and where rows are already there', async () => {
    const source = await aFullDatabase()
    const target = await anEmptyTarget()
    await queryTestDatabase(
      source,
      `UPDATE leases SET owner = 'elsewhere:1:a', until = '2099-01-01T00:00:00.000+00:00' WHERE name = 'name-1'`,
    )
    await expect(moveToPostgresql(source.dataDir, target.url, now)).rejects.toThrow(
      /runs on the old database \(elsewhere:1:a\): stop it/,
    )
    await queryTestDatabase(source, `UPDATE leases SET until = '2020-01-01T00:00:00.000+00:00'`)
    await queryTestDatabase(source, `UPDATE processes SET until = '2020-01-01T00:00:00.000+00:00'`)
    const database = await openDatabase(target)
    await database.leases.beat('elsewhere:2:b', await database.leases.now(), 60_000)
    await expect(moveToPostgresql(source.dataDir, target.url, now)).rejects.toThrow(
      /runs on the new database \(elsewhere:2:b\)/,
    )
    await database.leases.depart('elsewhere:2:b')
    await database.inbox.ingest(7, [{ lane: 'x', body: { kind: 'due', job: 'x', data: {} } }], now())
    await database.close()
    await expect(moveToPostgresql(source.dataDir, target.url, now)).rejects.toThrow(
      'not empty (there are rows in inbox_events)',
    )
    expect(await queryTestDatabase(target, 'SELECT count(*)::int AS rows FROM customers')).toEqual([
      { rows: 0 },
    ])
  }, 120_000)

  test('that is asked for again when it is done says so and changes nothing', async () => {
    const source = await aFullDatabase()
    const target = await anEmptyTarget()
    await moveToPostgresql(source.dataDir, target.url, now)
    expect(await moveToPostgresql(source.dataDir, target.url, now)).toMatchObject({ wasThere: true })
    // One row that is another is a difference.
    await queryTestDatabase(target, `UPDATE agents SET id = 'another' WHERE id = 'id-7'`)
    await expect(moveToPostgresql(source.dataDir, target.url, now)).rejects.toThrow('not empty')
  }, 120_000)

  test('that is killed half-way leaves nothing behind, and is begun again', async () => {
    const source = await aFullDatabase()
    const target = await anEmptyTarget()
    await (await openDatabase(target)).close()
    const gate = await openGate(target, 'tickets')
    const moving = new AbortController()
    const settings = { BOT_TOKEN: TOKEN, DATA_DIR: source.dataDir }
    const killed = runCommand('move', source.dataDir, settings, ['--to', target.url], moving.signal)
    await gate.reached()
    moving.abort()
    expect((await killed).code).not.toBe(0)
    await gate.open()
    expect(await queryTestDatabase(target, 'SELECT count(*)::int AS rows FROM customers')).toEqual([
      { rows: 0 },
    ])
    expect(await moveToPostgresql(source.dataDir, target.url, now)).toMatchObject({ wasThere: false })
    expect(readdirSync(source.dataDir).filter((name) => name.includes('moving'))).toEqual([])
    expect(await queryTestDatabase(target, 'SELECT count(*)::int AS rows FROM customers')).toEqual([
      { rows: ROWS },
    ])
  }, 120_000)

  test('is undone when a bot writes to the file meanwhile', async () => {
    const source = await aFullDatabase()
    const target = await anEmptyTarget()
    await (await openDatabase(target)).close()
    const gate = await openGate(target, 'tickets')
    const moved = moveToPostgresql(source.dataDir, target.url, now)
    const outcome = expect(moved).rejects.toThrow('A bot wrote to the old database meanwhile')
    await gate.reached()
    await queryTestDatabase(source, `UPDATE tickets SET version = version + 1`)
    await gate.open()
    await outcome
    expect(await queryTestDatabase(target, 'SELECT count(*)::int AS rows FROM customers')).toEqual([
      { rows: 0 },
    ])
  }, 120_000)
})

interface Gate {
  /** Somebody stands before it. */
  reached(): Promise<void>
  /** Lets all through that come, and waits until whoever stood there is through or gone. */
  open(): Promise<void>
}

const GATE = 4711

/** A gate before every row that is put into the table. */
async function openGate(target: DatabaseLocation & { readonly url: string }, table: string): Promise<Gate> {
  const schema = new URL(target.url).searchParams.get('schema')
  const keeper = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await keeper.connect()
  onTestFinished(() => keeper.end())
  const key = `${GATE}, hashtext('${schema}')`
  await keeper.query(`SELECT pg_advisory_lock(${key})`)
  await keeper.query(`CREATE FUNCTION ${schema}.wait() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_xact_lock(${key}); RETURN NEW; END $$`)
  await keeper.query(
    `CREATE TRIGGER gate BEFORE INSERT ON ${schema}.${table} FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.wait()`,
  )
  const standing = async () => {
    const { rows } = await keeper.query(
      `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND classid = ${GATE} AND NOT granted
        AND objid::bigint = hashtext('${schema}')::bigint & 4294967295`,
    )
    return (rows[0] as { n: number }).n
  }
  return {
    async reached() {
      while ((await standing()) === 0) await new Promise((resolve) => setImmediate(resolve))
    },
    async open() {
      await keeper.query(`SELECT pg_advisory_unlock(${key})`)
      // Whoever was there holds it until the end of the transaction.
      await keeper.query(`SELECT pg_advisory_lock(${key}), pg_advisory_unlock(${key})`)
    },
  }
}

test.each([
  [[], 'Where to\\? npm run move -- --to postgresql'],
  [['--to', 'mysql://canary@localhost/desk'], 'DATABASE_URL is not the address of a PostgreSQL database'],
  [['--to', 'postgresql://desk:canary-word@127.0.0.1:1/desk'], 'PostgreSQL can not be used .*DATABASE_URL'],
  [['--from', 'here'], "Unknown option '--from'"],
])('a move that can not be made is explained: %j', async (args, words) => {
  const source = await placeTestDatabase('sqlite')
  await (await openDatabase(source)).close()
  const settings = { BOT_TOKEN: TOKEN, DATA_DIR: source.dataDir }
  const { code, output } = await runCommand('move', source.dataDir, settings, args)
  expect(output).toMatch(new RegExp(words))
  expect(output).not.toContain('canary-word')
  expect(code).not.toBe(0)
})
