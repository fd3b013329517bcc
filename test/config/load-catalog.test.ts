import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { ConfigError } from '../../src/config/config-error.ts'
import { loadCatalog, parseCatalog } from '../../src/config/load-catalog.ts'
import { findCategory, findProblem } from '../../src/domain/catalog.ts'
import { isOrderNumber } from '../../src/domain/order-number.ts'
import { GOOD, mistakesIn } from './a-catalog.ts'

async function aFile(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'catalog.yaml')
  await writeFile(file, content)
  return file
}

describe('the catalogue that comes with the desk', () => {
  test('holds what the form it replaces asks about, with a way out at both levels', async () => {
    const catalog = await loadCatalog(null)
    expect(catalog.categories.map((category) => category.id)).toEqual([
      'delivery',
      'payment',
      'return',
      'other',
    ])
    for (const category of catalog.categories) {
      expect(category.problems.length).toBeGreaterThanOrEqual(5)
      expect(category.problems.length).toBeLessThanOrEqual(8)
      expect(category.problems.at(-1)?.id).toBe('other')
    }
  })

  test('is urgent in some categories and not in all', async () => {
    const { categories } = await loadCatalog(null)
    expect(new Set(categories.map((category) => category.urgentAllowed))).toEqual(new Set([true, false]))
    const problems = categories.flatMap((category) => category.problems)
    expect(new Set(problems.map((problem) => problem.priority))).toEqual(
      new Set(['standard', 'urgent', 'complex']),
    )
    expect(new Set(problems.map((problem) => problem.order))).toEqual(
      new Set(['required', 'optional', 'none']),
    )
  })

  test('knows its order numbers', async () => {
    const catalog = await loadCatalog(null)
    expect(isOrderNumber(catalog, catalog.orderNumber.example)).toBe(true)
    expect(isOrderNumber(catalog, ' 12345678-0001\n')).toBe(true)
    for (const text of ['', '123', '12345678-1', 'x12345678', '12345678 87654321', '1'.repeat(4096)]) {
      expect(isOrderNumber(catalog, text)).toBe(false)
    }
  })

  test('is searched by ids, which may be unknown', async () => {
    const catalog = await loadCatalog(null)
    expect(findCategory(catalog, 'delivery')?.title.ru).toBe('Доставка')
    expect(findCategory(catalog, 'gone')).toBeNull()
    expect(findProblem(catalog, 'payment', 'receipt')?.order).toBe('required')
    expect(findProblem(catalog, 'delivery', 'receipt')).toBeNull()
    expect(findProblem(catalog, 'gone', 'other')).toBeNull()
  })
})

describe("the owner's catalogue", () => {
  test('is read from the file', async () => {
    const catalog = await loadCatalog(await aFile(`\uFEFF${GOOD.replaceAll('\n', '\r\n')}`))
    expect(catalog).toEqual(parse(GOOD))
    expect(parseCatalog(stringify(catalog), 'again.yaml')).toEqual(catalog)
  })

  test('may name a group of agents for a category', () => {
    const source = GOOD.replace(
      'urgentAllowed: false',
      'urgentAllowed: false\n    staffGroup: -1001234567890',
    )
    const { categories } = parseCatalog(source, 'my.yaml')
    expect(categories.map((category) => category.staffGroup)).toEqual([-1001234567890, undefined])
  })

  test('in an old encoding is refused, not shown as question marks', async () => {
    const windows1251 = Uint8Array.from([0x61, 0x3a, 0x20, 0xc4, 0xee])
    await expect(loadCatalog(await aFile(windows1251))).rejects.toMatchObject({
      problems: [{ line: 1, problem: 'the file is not saved as UTF-8' }],
    })
  })

  test('that is not there is an error of the setting', async () => {
    const loading = loadCatalog('/nowhere/catalog.yaml')
    await expect(loading).rejects.toBeInstanceOf(ConfigError)
    await expect(loading).rejects.toMatchObject({ problems: [{ name: 'CATALOG_FILE' }] })
  })
})

describe('ready answers', () => {
  const macros = (lines: string) => `${GOOD}macros:\n${lines}`
  const words = (text: string) => `    title: { ru: Т, en: T }\n    text:\n      ru: ${text}\n      en: T\n`

  test('may be left out, and are for all categories or for some', () => {
    expect(mistakesIn(GOOD)).toEqual([])
    const source = macros(`  - id: one\n${words('"{name}, {order}"')}    categories:\n      - delivery\n`)
    expect(mistakesIn(source)).toEqual([])
    expect(parseCatalog(source, 'my.yaml').macros?.[0]?.categories).toEqual(['delivery'])
  })

  test('name by its line what nothing is known to fill in for, a category that is not there, and an id used twice', () => {
    const source = macros(
      `  - id: one\n${words('"{имя}"')}    categories:\n      - payment\n  - id: one\n${words('Т')}`,
    )
    const mistakes = mistakesIn(source).join('\n')
    const line = (text: string) => source.slice(0, source.indexOf(text)).split('\n').length
    expect(mistakes).toMatch(new RegExp(`my.yaml:${line('"{имя}"')}.*\\{имя\\}.*write one of \\{name\\}`))
    expect(mistakes).toMatch(new RegExp(`my.yaml:${line('      - payment')}.*no category "payment"`))
    expect(mistakes).toContain('the id "one" is used a second time')
  })

  test('in the catalogue that comes with the desk are for real categories', async () => {
    const catalog = await loadCatalog(null)
    expect(catalog.macros?.length).toBeGreaterThan(1)
  })
})
