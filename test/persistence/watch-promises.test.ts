import { expect, it } from 'vitest'
import { applyMigrations } from '../../src/persistence/apply-migrations.ts'
import { readMigrations } from '../../src/persistence/migration-files.ts'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { describeOnEachDatabase, placeTestDatabase, queryTestDatabase } from '../support/database.ts'
import { openMigrationSession } from '../support/migration-session.ts'

const MIGRATION = '20261128191000_watch_promises'
const DAY_MS = 86_400_000

describeOnEachDatabase('tickets that an earlier version filed', (provider) => {
  it('are watched from now on where their promise lies ahead; what was broken before is told nobody', async () => {
    const location = await placeTestDatabase(provider)
    const all = readMigrations(provider)
    const earlier = all.filter(({ name }) => name < MIGRATION)
    expect(earlier.length).toBeLessThan(all.length)
    await applyMigrations(provider, await openMigrationSession(location), earlier)
    const moment = (ms: number) => new Date(Date.now() + ms).toISOString().replace('Z', '+00:00')
    const ago = moment(-DAY_MS)
    await queryTestDatabase(
      location,
      `INSERT INTO customers (id, "telegramId", "firstName", language, "languageChosen", "createdAt")
       VALUES ('c', 1, 'Анна', 'ru', false, '${ago}')`,
    )
    for (const [id, status, promisedAt] of [
      ['ahead', 'new', moment(DAY_MS)],
      ['asked', 'pending', moment(DAY_MS)],
      ['broken', 'open', moment(-1_000)],
      ['done', 'resolved', moment(DAY_MS)],
    ])
      await queryTestDatabase(
        location,
        `INSERT INTO tickets (id, number, "customerId", "categoryId", "problemId", description, status, priority, "replyChannel",
           "createdAt", "promisedAt", version)
         VALUES ('${id}', '${id}', 'c', 'delivery', 'late', '', '${status}', 'standard', 'telegram',
           '${ago}', '${promisedAt}', 1)`,
      )
    const database = await openDatabase(location)
    const watched = await database.stores.tickets.slaDue(new Date(Date.now() + 2 * DAY_MS), 10)
    expect(watched.map(({ id }) => id).sort()).toEqual(['ahead', 'asked'])
    expect(watched[0]).toMatchObject({ slaTold: '', resolveBy: null })
    expect(watched[0]?.slaNextAt).toEqual(watched[0]?.promisedAt)
    await database.close()
  })
})
