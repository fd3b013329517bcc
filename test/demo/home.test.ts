import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openHome } from '../../src/demo/home.ts'
import { OptionError } from '../../src/demo/options.ts'

const OPTIONS = { seed: false, dataDir: null, port: 8090, language: 'ru' } as const

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-home-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a temporary folder is gone when it is left', async () => {
  const home = await openHome(OPTIONS)
  expect(existsSync(home.dataDir)).toBe(true)
  await home.leave()
  expect(existsSync(home.dataDir)).toBe(false)
})

test('a named folder is made, kept, and known again with its secrets and its time', async () => {
  const dataDir = join(aFolder(), 'new', 'one')
  const first = await openHome({ ...OPTIONS, dataDir })
  await first.keepTime(1_795_000_000_000)
  await first.leave()
  const second = await openHome({ ...OPTIONS, dataDir })
  expect(second.memory).toEqual({ ...first.memory, now: 1_795_000_000_000 })
})

test('a folder that is in use is not filled with tickets once more', async () => {
  const dataDir = aFolder()
  await openHome({ ...OPTIONS, dataDir, seed: true })
  await expect(openHome({ ...OPTIONS, dataDir, seed: true })).rejects.toThrow(/leave out --seed/)
})

test('the data of a real desk is left alone', async () => {
  const dataDir = aFolder()
  writeFileSync(join(dataDir, 'desk.db'), '')
  await expect(openHome({ ...OPTIONS, dataDir })).rejects.toThrow(OptionError)
  expect(existsSync(join(dataDir, 'playground.json'))).toBe(false)
})
