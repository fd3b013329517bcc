import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/persistence/open-database.ts'

test('a data folder that can not be used is named together with the mend', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  await expect(openDatabase({ url: null, dataDir: join(file, 'data') })).rejects.toThrow(/a-file.*DATA_DIR/)
})

test('a server that is not there is told without the password of its address', async () => {
  const opening = openDatabase({ url: 'postgresql://desk:canary-word@127.0.0.1:1/desk', dataDir: '.' })
  const error = await opening.catch((thrown: unknown) => thrown)
  expect(String(error)).toMatch(/PostgreSQL can not be used .*DATABASE_URL/)
  expect(String(error)).not.toContain('canary-word')
})
