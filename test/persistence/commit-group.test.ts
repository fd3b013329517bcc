import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createCommitGroup } from '../../src/persistence/commit-group.ts'

/** A real database in memory behind the group, with a list of what was run. */
function openGroup(options: { readonly failOn?: string } = {}) {
  const database = new BetterSqlite3(':memory:')
  onTestFinished(() => void database.close())
  database.exec('CREATE TABLE notes (text TEXT)')
  const ran: string[] = []
  const run = async (script: string) => {
    ran.push(script)
    if (script === options.failOn) throw new Error('the disk is full')
    database.exec(script)
  }
  return {
    group: createCommitGroup({ begin: () => run('BEGIN'), run }),
    write: (text: string) => database.prepare('INSERT INTO notes VALUES (?)').run(text),
    notes: () => database.prepare('SELECT text FROM notes').pluck().all(),
    commits: () => ran.filter((script) => script === 'COMMIT').length,
  }
}

test('transactions that stand in line go to the disk with one commit, and none counts before it', async () => {
  const { group, write, notes, commits } = openGroup()
  const settled: string[] = []
  for (const text of ['one', 'two', 'three']) {
    await group.begin()
    write(text)
    const { onDisk } = await group.end(text === 'three')
    void onDisk.then(() => settled.push(text))
    if (text !== 'three') expect([commits(), settled]).toEqual([0, []])
    else await onDisk
  }
  expect([notes(), settled, commits()]).toEqual([['one', 'two', 'three'], ['one', 'two', 'three'], 1])
})

test('a transaction that is undone takes nobody with it', async () => {
  const { group, write, notes } = openGroup()
  await group.begin()
  write('kept')
  const { onDisk } = await group.end(false)
  await group.begin()
  write('undone')
  await group.undo(true)
  await onDisk
  expect(notes()).toEqual(['kept'])
})

test('when the disk takes nothing, everybody in the group hears of it, and the next group begins anew', async () => {
  const { group, write, notes } = openGroup({ failOn: 'COMMIT' })
  await group.begin()
  write('one')
  const first = await group.end(false)
  await group.begin()
  write('two')
  const second = await group.end(true)
  await expect(first.onDisk).rejects.toThrow('the disk is full')
  await expect(second.onDisk).rejects.toThrow('the disk is full')
  expect(notes()).toEqual([])
  await group.begin()
  await group.undo(false)
})

test('a long line is let through in groups, so that nobody waits for ever', async () => {
  const { group, write, commits } = openGroup()
  for (let index = 0; index < 64; index += 1) {
    await group.begin()
    write(String(index))
    await group.end(false)
  }
  expect(commits()).toBe(2)
})
