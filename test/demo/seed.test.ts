import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadCatalog } from '../../src/config/load-catalog.ts'
import { makePast } from '../../src/demo/seed/past-tickets.ts'
import { writePast } from '../../src/demo/seed/write-past.ts'
import { LANGUAGES } from '../../src/domain/people.ts'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { personNamed, reads, say, staffOf } from './people-at-it.ts'
import { startDemo } from './running-demo.ts'

vi.setConfig({ testTimeout: 240_000 })

const UNTIL = Date.UTC(2026, 10, 24, 9)
const EVERYWHERE = { only: null, except: [] }

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-seed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test.each(LANGUAGES)(
  'the past in %s is the same each time, whole, and over when it ends',
  async (language) => {
    const catalog = await loadCatalog(null)
    const past = makePast(catalog, language, UNTIL)
    expect(makePast(catalog, language, UNTIL)).toEqual(past)
    expect(past.length).toBeGreaterThan(130)
    for (const ticket of past) {
      const moments = [ticket.createdAt, ticket.takenAt, ticket.resolvedAt, ticket.endedAt, UNTIL]
      expect(moments).toEqual(moments.toSorted((one, other) => one - other))
      for (const { at } of ticket.said) expect(at).toBeLessThanOrEqual(ticket.resolvedAt)
      const words = [ticket.description, ticket.comment ?? '', ...ticket.said.map(({ text }) => text)].join()
      expect(words).not.toMatch(/[{}]|undefined/)
    }
  },
)

test('what is written can be found in any form of a word, counted and listed by customer', async () => {
  const dataDir = aFolder()
  const count = await writePast({ dataDir, botId: 7, language: 'ru', until: UNTIL })
  const database = await openDatabase({ url: null, dataDir })
  onTestFinished(() => database.close())
  const find = (typed: string) =>
    database.stores.search.find({ typed, mode: 'exact', scope: EVERYWHERE, before: null, limit: 100 })
  const found = await find('возврат')
  expect(found?.hits.some(({ text }) => /возврат(а|е|ов)[^а-я]/.test(text))).toBe(true)
  const period = { from: new Date(UNTIL - 30 * 86_400_000), to: new Date(UNTIL) }
  const filed = await database.stores.figures.filedIn(period, null, null, 1_000)
  expect(filed).toHaveLength(count)
  expect(new Set(filed.map(({ assigneeId }) => assigneeId)).size).toBeGreaterThan(3)
  expect((await database.stores.figures.scoresIn(period, null)).length).toBeGreaterThan(5)
  const ofCustomer = { customerId: 'seed-customer-0', scope: EVERYWHERE, page: 0, pageSize: 50 }
  expect((await database.stores.overviews.ofCustomer(ofCustomer)).rows.length).toBeGreaterThan(3)
})

test('`npm run demo -- --seed` opens a desk in full work, and fills no desk twice', async () => {
  const folder = aFolder()
  const demo = await startDemo('--seed', '--data-dir', folder)
  expect(demo.output()).toMatch(/1[3-5]\d tickets that have ended/)
  const olga = personNamed(demo, 'Ольга').id
  const staff = staffOf(demo)
  await say(demo, olga, '/queue', { chatId: staff })
  const list = await reads(demo, staff, /Все обращения в работе[\s\S]*просрочено на[\s\S]*/)
  expect(list.match(/№ \d+-\d+/g)?.length).toBeGreaterThan(4)
  await say(demo, olga, '/find возврат', { chatId: staff })
  await reads(demo, staff, /Поиск: возврат[\s\S]*№ \d+-\d+/)
  expect(await demo.interrupt()).toBe(0)
  await expect(startDemo('--seed', '--data-dir', folder)).rejects.toThrow(/leave out --seed/)
})
