import { expect, it, onTestFinished } from 'vitest'
import type { SearchPage } from '../../src/app/search-ports.ts'
import type { SearchMode } from '../../src/domain/search/search-query.ts'
import { type Database, openDatabase } from '../../src/persistence/open-database.ts'
import {
  describeOnEachDatabase,
  openTestDatabase,
  placeTestDatabase,
  queryTestDatabase,
} from '../support/database.ts'
import { aCustomer, aMessage, anAttachment, aTicket, at, commitUnit } from './fixtures.ts'

const EVERYWHERE = { only: null, except: [] }

function find(
  database: Database,
  typed: string,
  more: { mode?: SearchMode; scope?: typeof EVERYWHERE; before?: number | null; limit?: number } = {},
): Promise<SearchPage | null> {
  return database.stores.search.find({
    ...{ typed, mode: 'exact', scope: EVERYWHERE, before: null, limit: 10 },
    ...more,
  })
}

async function idsFound(...args: Parameters<typeof find>): Promise<readonly string[] | undefined> {
  return (await find(...args))?.hits.map(({ ticketId }) => ticketId)
}

const text = (words: string) => ({ kind: 'text' as const, body: { text: words, entities: [] } })

describeOnEachDatabase('the search', (provider) => {
  it('finds the forms of a word in descriptions, messages, notes, captions and names of files', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      const said = [
        text('Оформите возврат'),
        text('// возвратить до пятницы'),
        {
          kind: 'photo' as const,
          fileId: 'f',
          fileUniqueId: 'u',
          fileName: null,
          mimeType: null,
          size: null,
          caption: { text: 'чек возврата', entities: [] },
        },
        { kind: 'venue' as const, latitude: 1, longitude: 2, title: 'Пункт возвратов', address: 'Ленина, 1' },
      ]
      said.forEach((content, index) => {
        unit.tickets.add(aTicket({ id: `t${index}`, number: `10000${index}`, createdAt: at(index) }), [])
        unit.messages.add(
          aMessage({
            id: `m${index}`,
            ticketId: `t${index}`,
            sourceMessageId: index,
            content,
            author: index === 1 ? 'note' : 'customer',
          }),
        )
      })
      unit.tickets.add(aTicket({ id: 't4', number: '100004', description: 'Хочу возврату конец' }), [
        anAttachment({ ticketId: 't4', caption: 'Сломано', fileName: 'накладная.pdf' }),
      ])
    })
    for (const word of ['возврат', 'возврата', 'Возвратить'])
      expect(await idsFound(database, word), word).toEqual(['t3', 't2', 't1', 't0', 't4'])
    expect(await idsFound(database, 'накладная')).toEqual(['t4'])
    const hits = (await find(database, 'возвратом'))?.hits ?? []
    expect(hits.map(({ isNote }) => isNote)).toEqual([false, false, true, false, false])
    const [, caption] = hits
    expect(caption?.found.map(({ start, end }) => caption.text.slice(start, end))).toEqual(['возврата'])
  })

  it('finds a ticket by its number, its order and its customer, or by how they begin', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer({ firstName: 'Семён', lastName: 'Иванов', username: 'sem_ivanov' }))
      unit.tickets.add(aTicket({ orderNumber: 'A-1029', description: '…' }), [])
    })
    for (const typed of [
      '123-456',
      '123456',
      'A-1029',
      'а-1029',
      'a1029',
      'A-10',
      'Иванов',
      'иван',
      'Иванова',
      'семен',
      'sem_iv',
      'Семён Иванов A-1029',
    ])
      expect(await idsFound(database, typed), typed).toEqual(['ticket-1'])
    for (const typed of ['123-457', 'A-1030', 'Петров', 'Семён Петров'])
      expect(await idsFound(database, typed), typed).toEqual([])
    expect(await find(database, '«…» — !')).toBeNull()
    await commitUnit(database, (unit) =>
      unit.customers.save(aCustomer({ firstName: 'Пётр', lastName: null, username: null })),
    )
    expect(await idsFound(database, 'Иванов')).toEqual([])
    expect(await idsFound(database, 'Петр')).toEqual(['ticket-1'])
  })

  it('takes the last word for a beginning where that is wanted', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket({ description: 'Проверьте готовность заказа' }), [])
    })
    expect(await idsFound(database, 'заказ готовнос')).toEqual([])
    expect(await idsFound(database, 'заказ готовнос', { mode: 'prefix' })).toEqual(['ticket-1'])
    expect(await idsFound(database, 'готовнос* заказы')).toEqual(['ticket-1'])
    expect(await idsFound(database, 'готовнос заказы', { mode: 'prefix' })).toEqual([])
  })

  it('follows an edit and a retraction, also one that was taken back, and forgets stripped tickets', async () => {
    const database = await openTestDatabase(provider)
    const message = aMessage({ content: text('Коричневый чемодан') })
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      unit.tickets.add(aTicket(), [])
      unit.messages.add(message)
    })
    const edited = { ...message, content: text('Зелёный чемодан') }
    const unit = (write: Parameters<typeof commitUnit>[1]) => commitUnit(database, write)
    await unit((one) => one.messages.update(edited))
    expect(await idsFound(database, 'коричневый')).toEqual([])
    expect(await idsFound(database, 'зеленые чемоданы')).toEqual(['ticket-1'])
    await unit((one) => one.messages.update({ ...edited, retractedAt: at(9) }))
    expect(await idsFound(database, 'чемодан')).toEqual([])
    await unit((one) => one.messages.update(edited))
    expect(await idsFound(database, 'чемодан')).toEqual(['ticket-1'])
    await unit((one) => one.tickets.update(aTicket({ categoryId: 'payment', version: 2 })))
    expect(
      await idsFound(database, 'чемодан', { scope: { only: ['payment'] as never, except: [] } }),
    ).toEqual(['ticket-1'])
    expect(
      await idsFound(database, 'чемодан', { scope: { only: null, except: ['payment'] as never } }),
    ).toEqual([])
    await unit((one) => one.tickets.update(aTicket({ description: '', strippedAt: at(9), version: 3 })))
    // A latecomer, too.
    await unit((one) =>
      one.messages.add(aMessage({ id: 'late', sourceMessageId: 99, content: text('Чемодан') })),
    )
    expect(await idsFound(database, 'чемодан')).toEqual([])
  })

  it('shows each ticket once over all pages, the newest place first', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      for (let index = 0; index < 25; index += 1)
        unit.tickets.add(aTicket({ id: `t${index}`, number: String(100_000 + index) }), [])
      for (let index = 0; index < 200; index += 1)
        unit.messages.add(
          aMessage({
            id: `m${index}`,
            sourceMessageId: index,
            ticketId: `t${(index * index) % 25}`,
            content: text('Где посылка'),
          }),
        )
    })
    const seen: string[] = []
    for (let before: number | null = null, pages = 0; pages < 10; pages += 1) {
      const page: SearchPage | null = await find(database, 'посылка', { before, limit: 4 })
      seen.push(...(page?.hits.map(({ ticketId }) => ticketId) ?? []))
      before = page?.next ?? null
      if (before === null) break
    }
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
    expect(seen.slice(0, 3)).toEqual(['t1', 't4', 't9'])
  })

  it('is filled with what was there before it, the newest first, and what was deleted meanwhile stays out', async () => {
    const location = await placeTestDatabase(provider)
    const database = await openDatabase(location)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      for (let index = 0; index < 60; index += 1) {
        const id = `t${String(index).padStart(2, '0')}`
        unit.tickets.add(aTicket({ id, number: String(100_000 + index), createdAt: at(index) }), [])
        unit.messages.add(
          aMessage({ id: `m${index}`, sourceMessageId: index, ticketId: id, content: text('Где посылка') }),
        )
      }
      unit.messages.add(
        aMessage({
          id: 'gone',
          sourceMessageId: 99,
          ticketId: 't07',
          content: text('Отозвано'),
          retractedAt: at(1),
        }),
      )
    })
    await queryTestDatabase(location, 'DELETE FROM search_documents')
    expect(await idsFound(database, 'посылка')).toEqual([])
    expect(await database.fillSearch()).toBe(true)
    await commitUnit(database, (unit) =>
      unit.messages.add(
        aMessage({ id: 'new', sourceMessageId: 100, ticketId: 't03', content: text('Посылка пришла') }),
      ),
    )
    await database.close()

    const again = await openDatabase(location)
    try {
      let portions = 0
      while (await again.fillSearch()) portions += 1
      expect(portions).toBe(2)
      expect(await idsFound(again, 'посылка', { limit: 4 })).toEqual(['t03', 't59', 't58', 't57'])
      expect((await find(again, 'посылка', { limit: 100 }))?.hits).toHaveLength(60)
      expect(await idsFound(again, 'отозвано')).toEqual([])
      expect(await again.fillSearch()).toBe(false)
    } finally {
      await again.close()
    }
  })

  it('finds the newest first, however often and whenever a word was said', async () => {
    const location = await placeTestDatabase(provider)
    const database = await openDatabase(location)
    onTestFinished(() => database.close())
    const numbers =
      provider === 'sqlite'
        ? `(WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20000) SELECT n FROM numbers)`
        : `(SELECT n FROM generate_series(1, 20000) AS made(n))`
    const words = SAID.map(({ stem, sql }) => `CASE WHEN ${sql} THEN '${stem} ' ELSE '' END`).join(' || ')
    await queryTestDatabase(
      location,
      `INSERT INTO search_documents (seq, source, "ticketId", words, handles, scope)
        SELECT 900005888 + n * 8, 'm:' || n, 't' || (n % 20), ${words}, '', '' FROM ${numbers} AS all_numbers`,
    )
    for (const { typed, when } of SAID) {
      const places = Array.from({ length: 20_000 }, (_, index) => 20_000 - index).filter(when)
      const tickets = [...new Set(places.map((n) => `t${n % 20}`))]
      const first = await find(database, typed, { limit: 15 })
      expect(
        first?.hits.map(({ ticketId }) => ticketId),
        typed,
      ).toEqual(tickets.slice(0, 15))
      const second = await find(database, typed, { limit: 15, before: first?.next ?? 0 })
      expect(second?.hits, typed).toHaveLength(Math.max(0, tickets.length - 15))
    }
  })
})

/** A part of PostgreSQL's table has room for 8,192 of these documents, and begins with the first of them. */
const SAID = [
  { typed: 'ныне', stem: 'нын', sql: 'n > 17000', when: (n: number) => n > 17_000 },
  { typed: 'прежний', stem: 'прежн', sql: 'n <= 17000', when: (n: number) => n <= 17_000 },
  { typed: 'редкий', stem: 'редк', sql: 'n % 45 = 0', when: (n: number) => n % 45 === 0 },
  {
    typed: 'средний',
    stem: 'средн',
    sql: 'n % 5 = 0 AND n < 15000',
    when: (n: number) => n % 5 === 0 && n < 15_000,
  },
  {
    typed: 'начало',
    stem: 'нача',
    sql: 'n % 8192 < 5000 AND n < 16000',
    when: (n: number) => n % 8_192 < 5_000 && n < 16_000,
  },
  { typed: 'однажды', stem: 'однажд', sql: 'n = 77', when: (n: number) => n === 77 },
] as const
