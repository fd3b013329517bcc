import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FILE_DOWNLOAD } from '../../../src/simulator/faults.ts'
import { startSimulator } from '../../../src/simulator/simulator.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { createKillableDesk, FROM_SOURCES } from '../../support/killable-desk.ts'
import { untilQuiet } from '../../support/until-quiet.ts'

const MB = 1024 * 1024

test('a process killed in the middle of a download leaves no half file, and the next one makes the copy', async () => {
  const sim = await startSimulator()
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-killed-'))
  const group = sim.createGroup({ title: 'Support', kind: 'forum' })
  const oleg = sim.createUser({ firstName: 'Олег', languageCode: 'ru' })
  group.join(oleg)
  const anna = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
  const location = { url: null, dataDir }
  const desk = createKillableDesk({
    ...{ location, staffChatId: group.id, apiRoot: sim.url, token: sim.token, program: FROM_SOURCES },
    env: { ATTACHMENTS: 'disk' },
  })
  onTestFinished(async () => {
    await desk.end()
    await sim.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const rows = () => queryTestDatabase(location, 'SELECT state, path, size FROM stored_files')
  const files = (folder: string) =>
    readdirSync(join(dataDir, 'attachments', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)

  await desk.start()
  for (const act of [
    () => anna.sendText('/new'),
    () => anna.tap(/Согласен/),
    () => anna.tap('Доставка'),
    () => anna.tap(/вовремя/),
    () => anna.sendText('12345678-0001'),
    () => anna.sendText('Заказ обещали привезти вчера, курьер не позвонил.'),
    () => anna.tap(/Пропустить/),
    () => anna.tap('Отправить'),
  ]) {
    act()
    await sim.waitFor(() => sim.updates.pending().length === 0, { timeoutMs: 30_000 })
    await untilQuiet(location)
  }
  const hang = sim.faults.add({ method: FILE_DOWNLOAD, kind: 'hang' })
  anna.sendDocument({ bytes: Buffer.alloc(2 * MB, 'x'), fileName: 'чек.pdf' })
  await sim.waitFor(() => hang.hits === 1, { timeoutMs: 60_000 })
  await expect.poll(() => files('unfinished').length, { timeout: 30_000 }).toBe(1)
  const inFlight = await desk.kill()
  expect(inFlight.map(({ method }) => method)).toEqual(['downloadFile'])
  expect(await rows()).toMatchObject([{ state: 'wanted', path: null }])
  expect(files('unfinished')).toHaveLength(1)
  expect(files('.')).toEqual(files('unfinished'))

  await desk.start()
  await untilQuiet(location)
  const [row, ...more] = await rows()
  expect(more).toEqual([])
  expect(row).toMatchObject({ state: 'stored', size: 2 * MB })
  expect(files('.')).toEqual([String(row?.path).split('/').at(-1)])
}, 180_000)
