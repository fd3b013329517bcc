import { expect, it } from 'vitest'
import type { AppUnit, Database } from '../../src/persistence/open-database.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { anUpdate, aTicket, aUnit, BOT, NOON } from './fixtures.ts'

const numbers = Array.from({ length: 50 }, (_, index) => index)

/** Units that write a lot and then break on a row that refers to nobody. */
async function breakingUnits(database: Database): Promise<AppUnit[]> {
  return Promise.all(
    numbers.slice(0, 10).map(async (index) => {
      const unit = await aUnit(database, `broken:${index}`)
      for (const messageId of numbers) unit.links.add({ chatId: index, messageId, subject: 'nothing' })
      unit.tickets.add(aTicket({ customerId: 'nobody' }), [])
      return unit
    }),
  )
}

describeOnEachDatabase('a commit that fails', (provider) => {
  it('takes nothing down that others wrote meanwhile', async () => {
    const database = await openTestDatabase(provider)
    const broken = await breakingUnits(database)
    const commits = Promise.allSettled(broken.map((unit) => unit.commit('done')))
    await Promise.all(numbers.map((id) => database.inbox.ingest(BOT, [anUpdate(id, 'polled')], NOON)))
    expect((await commits).map((end) => end.status)).toEqual(broken.map(() => 'rejected'))
    expect(await database.inbox.head('polled', NOON, 1000)).toHaveLength(numbers.length)
  })

  it('lets nobody see what it wrote', async () => {
    const database = await openTestDatabase(provider)
    const broken = await breakingUnits(database)
    let over = false
    const commits = Promise.allSettled(broken.map((unit) => unit.commit('done'))).finally(() => {
      over = true
    })
    const seen = new Set<number | null>()
    while (!over) seen.add(await database.stores.links.messageIdOf(0, 'nothing'))
    await commits
    expect([...seen]).toEqual([null])
  })
})
