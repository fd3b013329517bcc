import { expect, it } from 'vitest'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { commitUnit } from './fixtures.ts'

describeOnEachDatabase('the links of messages', (provider) => {
  it('keep what each of many messages shows, and put it in the place of what it showed before', async () => {
    const database = await openTestDatabase(provider)
    await commitUnit(database, (unit) => unit.links.add({ chatId: 1, messageId: 2, subject: 'old' }))
    await commitUnit(database, (unit) => {
      for (const [chatId, messageId] of [
        [1, 2],
        [1, 3],
        [2, 2],
      ] as const)
        unit.links.add({ chatId, messageId, subject: `${chatId}-${messageId}` })
      unit.links.add({ chatId: 1, messageId: 3, subject: 'newer' })
    })
    const { links } = database.stores
    expect(await Promise.all([links.subjectOf(1, 2), links.subjectOf(1, 3), links.subjectOf(2, 2)])).toEqual([
      '1-2',
      'newer',
      '2-2',
    ])
    expect(await links.isShown('old')).toBe(false)
  })
})
