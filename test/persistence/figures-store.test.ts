import { expect, test } from 'vitest'
import type { FiguredTicket } from '../../src/domain/figures.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aTicket, at, aUnit, commitUnit } from './fixtures.ts'

const HOUR_S = 3_600
const period = { from: at(0), to: at(10 * HOUR_S) }

describeOnEachDatabase('figures', (provider) => {
  async function openFilled() {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => {
      unit.customers.save(aCustomer())
      const file = (n: number, createdAt: Date, categoryId = 'delivery') =>
        unit.tickets.add(aTicket({ id: `t${n}`, number: String(100_000 + n), createdAt, categoryId }), [])
      file(0, at(-1))
      // Three of the same moment: their ids tell them apart.
      for (const n of [3, 1, 2]) file(n, at(0))
      file(4, at(HOUR_S), 'payment')
      file(5, at(2 * HOUR_S))
      file(6, at(10 * HOUR_S))
      const rating = { categoryId: 'delivery', comment: null, at: at(5) } as const
      unit.ratings.save({ ...rating, ticketId: 't1', agentId: 'maria', score: 5 })
      unit.ratings.save({ ...rating, ticketId: 't2', agentId: 'maria', score: 5 })
      unit.ratings.save({ ...rating, ticketId: 't3', agentId: null, score: 2 })
      unit.ratings.save({ ...rating, ticketId: 't4', categoryId: 'payment', agentId: 'oleg', score: 4 })
      unit.ratings.save({ ...rating, ticketId: 't5', agentId: 'oleg', score: 1, at: at(10 * HOUR_S) })
      const outcome = { categoryId: 'delivery', problemId: 'late', at: at(7) }
      unit.selfHelp.add({ ...outcome, id: 'h1', helped: true })
      unit.selfHelp.add({ ...outcome, id: 'h2', helped: true, categoryId: 'payment' })
      unit.selfHelp.add({ ...outcome, id: 'h3', helped: false })
      unit.selfHelp.add({ ...outcome, id: 'h4', helped: true, at: at(-1) })
    })
    return database
  }

  test('the tickets of a period come page by page, each once, also those of one moment', async () => {
    const { figures } = (await openFilled()).stores
    const seen: string[] = []
    let after: FiguredTicket | null = null
    for (;;) {
      const page: readonly FiguredTicket[] = await figures.filedIn(period, null, after, 2)
      seen.push(...page.map(({ id }) => id))
      after = page.at(-1) ?? null
      if (page.length < 2) break
    }
    expect(seen).toEqual(['t1', 't2', 't3', 't4', 't5'])
    const payments = await figures.filedIn(period, ['payment'], null, 10)
    expect(payments.map(({ id }) => id)).toEqual(['t4'])
    expect(await figures.filedIn(period, [], null, 10)).toEqual([])
  })

  test('scores and ready answers are counted by when they were given, within some categories or all', async () => {
    const { figures } = (await openFilled()).stores
    const byName = (counts: Awaited<ReturnType<typeof figures.scoresIn>>) =>
      Object.fromEntries(counts.map(({ agentId, score, count }) => [`${agentId} ${score}`, count]))
    expect(byName(await figures.scoresIn(period, null))).toEqual({ 'maria 5': 2, 'null 2': 1, 'oleg 4': 1 })
    expect(byName(await figures.scoresIn(period, ['payment']))).toEqual({ 'oleg 4': 1 })
    expect(await figures.selfHelpIn(period, null)).toEqual({ helped: 2, wentOn: 1 })
    expect(await figures.selfHelpIn(period, ['delivery'])).toEqual({ helped: 1, wentOn: 1 })
    expect([...(await figures.scoresOf(['t1', 't6', 't5']))].sort()).toEqual([
      ['t1', 5],
      ['t5', 1],
    ])
  })

  test('the tags of many tickets are read at once, each ticket’s in the order of the alphabet', async () => {
    const database = await openFilled()
    await commitUnit(database, (unit) => {
      for (const tag of ['срочно', 'брак']) unit.tags.add('t1', tag)
      unit.tags.add('t2', 'возврат')
      unit.tags.add('t3', 'брак')
    })
    const tags = await database.stores.figures.tagsOf(['t1', 't3', 't4'])
    expect([...tags].sort()).toEqual([
      ['t1', ['брак', 'срочно']],
      ['t3', ['брак']],
    ])
    expect([...(await database.stores.figures.tagsOf([]))]).toEqual([])
  })

  test('of two who report a week at once, one is refused', async () => {
    const database = await openTestDatabase(provider)
    const mark = async (lane: string, until: Date) => {
      const unit = await aUnit(database, lane)
      unit.figures.saveReportedUntil(until, await unit.figures.reportedUntil())
      return unit
    }
    for (const until of [at(1), at(2)]) {
      const [one, other] = [await mark('private:1', until), await mark('private:2', until)]
      await one.commit('done')
      await expect(other.commit('done')).rejects.toThrow()
      expect(await database.stores.figures.reportedUntil()).toEqual(until)
    }
  })
})
