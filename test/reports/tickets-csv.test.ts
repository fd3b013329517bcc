import { expect, test } from 'vitest'
import type { Stores } from '../../src/app/ports.ts'
import type { FiguredTicket } from '../../src/domain/figures.ts'
import type { ReportDeps } from '../../src/reports/report-deps.ts'
import { makeTicketsCsv, writeRows } from '../../src/reports/tickets-csv.ts'
import { loadTexts } from '../../src/texts/texts.ts'
import { aTicket, CATALOG, NOW } from '../domain/builders.ts'
import { aCustomer, commitUnit } from '../persistence/fixtures.ts'
import { openTestDatabase } from '../support/database.ts'
import { createTestLog } from '../support/test-log.ts'

const HOUR = 3_600_000
const period = { from: new Date(NOW.getTime() - HOUR), to: new Date(NOW.getTime() + HOUR) }

function depsFor(stores: Stores, language: 'ru' | 'en'): ReportDeps {
  return {
    stores,
    t: loadTexts()(language),
    catalog: CATALOG,
    timeZone: 'Europe/Moscow',
    now: () => new Date(NOW.getTime() + 100 * HOUR),
    log: createTestLog(),
    fetchPhoto: () => Promise.resolve({ kind: 'gone' }),
  }
}

async function csvOf(
  language: 'ru' | 'en',
  name: string,
  init: Partial<FiguredTicket> = {},
  tags: readonly string[] = [],
): Promise<string> {
  const database = await openTestDatabase()
  await commitUnit(database, (unit) => {
    unit.customers.save(aCustomer({ id: 'customer', firstName: 'Канарейка' }))
    unit.agents.save({ id: 'maria', telegramId: 7, displayName: name, createdAt: NOW })
    const words = { description: 'Канарейка', orderNumber: '12345678' }
    unit.tickets.add(
      aTicket({
        ...words,
        assigneeId: 'maria',
        promisedAt: new Date(NOW.getTime() + HOUR),
        firstReplyAt: new Date(NOW.getTime() + HOUR / 2),
        ...init,
      }),
      [],
    )
    for (const tag of tags) unit.tags.add('ticket', tag)
  })
  const { file } = await makeTicketsCsv(depsFor(database.stores, language), period, null)
  return (file?.parts ?? []).join('')
}

test('a table in Russian is one for a spreadsheet in Russian', async () => {
  expect(await csvOf('ru', 'Мария')).toBe(
    '\ufeffНомер;Создано;Категория;Проблема;Статус;Приоритет;Ответственный;Первый ответ, мин;Решение, мин;Обещали ответить до;В срок;Оценка;Метки\r\n' +
      '482-913;2026-11-02 12:00;Delivery;late;новое;стандартный;Мария;30;;2026-11-02 13:00;да;;\r\n',
  )
})

test('a table in English is cut at commas', async () => {
  const [head, row] = (await csvOf('en', 'Maria', { status: 'pending', firstReplyAt: null })).split('\r\n')
  expect(head).toMatch(/^\ufeffNumber,Created,.*,Rating,Tags$/)
  expect(row).toBe(
    '482-913,2026-11-02 12:00,Delivery,late,waiting for the customer,standard,Maria,,,2026-11-02 13:00,no,,',
  )
})

test.each([
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
  ['+79001234567', "'+79001234567"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['Мария; Олег', '"Мария; Олег"'],
  ['Мария "М"', '"Мария ""М"""'],
  ['Ма\u202eрия\u200b', 'Мария'],
  ['Мария\r\n=1+1', 'Мария =1+1'],
  ['\t=1+1', "'=1+1"],
])('a name %j stays a name', async (name, cell) => {
  const [, row = ''] = (await csvOf('ru', name)).split('\r\n')
  expect(row.split(';стандартный;')[1]).toMatch(new RegExp(`^${literally(cell)};30;`))
})

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

test('tags stand in one cell, in the order of the alphabet', async () => {
  const tags = ['срочно', 'брак']
  expect(await csvOf('ru', 'Мария', {}, tags)).toMatch(/;да;;брак, срочно\r\n$/)
  expect(await csvOf('en', 'Maria', {}, tags)).toMatch(/,yes,,"брак, срочно"\r\n$/)
})

test.each([
  ['=1+1', "'=1+1"],
  ['\u3164+1', "'+1"],
  ['@sum', "'@sum"],
])('a tag %j stays a tag', async (tag, cell) => {
  const [, row = ''] = (await csvOf('ru', 'Мария', {}, [tag])).split('\r\n')
  expect(row.split(';').at(-1)).toBe(cell)
})

test('a cell over several lines stays one cell', () => {
  expect(writeRows('ru', [['a\nb', 1]], false)).toBe('"a\nb";1\r\n')
})

test('nothing of the customer is in it', async () => {
  expect(await csvOf('ru', 'Мария')).not.toMatch(/Канарейка|12345678|customer/)
})
