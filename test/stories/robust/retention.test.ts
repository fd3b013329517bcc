import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

import { afterwards, shown, wordsOf } from '../../support/customer-story.ts'
import { describeOnEachDatabase, placeTestDatabase, queryTestDatabase } from '../../support/database.ts'
import { readAllModels } from '../../support/read-all-models.ts'
import { createShiftingClock, DAY_MS } from '../../support/shifting-clock.ts'
import { openStaffStory } from '../../support/staff-story.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const WORDS = /канарейк/i

describeOnEachDatabase('RETENTION_DAYS', (provider) => {
  it('deletes words and files of a ticket so long after its end, and keeps the figures', async () => {
    const { url } = await placeTestDatabase(provider)
    const clock = createShiftingClock()
    const story = await openStaffStory({
      clock,
      photos: 1,
      description: 'Канарейка не приехала, обещали вчера.',
      env: { RETENTION_DAYS: '30', ATTACHMENTS: 'disk' },
      ...(url === null ? {} : { databaseUrl: url }),
    })
    const { shop, anna, agent, card, write } = story
    const sweepAfter = async (days: number) => {
      clock.leap(days * DAY_MS)
      await shop.desk().sweep()
      await shop.settled()
    }
    const left = async () =>
      Object.values(await readAllModels(shop.location)).flatMap((rows) =>
        rows.filter((row) => WORDS.test(row)),
      )
    const copies = () =>
      readdirSync(join(shop.location.dataDir, 'attachments'), {
        recursive: true,
        withFileTypes: true,
      }).filter((entry) => entry.isFile())
    await afterwards(shop, () => anna.sendText('Где же канарейка'))
    await afterwards(shop, () => write('Канарейка в пути'))
    await afterwards(shop, () => agent.tap('Решено', { messageId: card().message_id }))
    await afterwards(shop, () => anna.tap('Вопрос решён'))
    await afterwards(shop, () => anna.tap('5, отлично'))
    const thanks = anna.messages().find((message) => /5 из 5/.test(wordsOf(message)))?.message_id ?? 0
    await afterwards(shop, () => anna.sendText('Канарейка поёт', { replyTo: thanks }))
    expect(copies()).toHaveLength(1)

    await sweepAfter(29)
    expect(await left()).toHaveLength(4)
    await sweepAfter(1.1)
    expect(await left()).toEqual([])
    expect(await queryTestDatabase(shop.location, 'SELECT * FROM search_documents')).toEqual([])
    expect(copies()).toEqual([])
    await shop.restart()

    await afterwards(shop, () => anna.sendText(`/status ${story.number}`))
    expect(shown(anna)).toContain('закрыто')
    expect(shown(anna)).toContain('удалены через 30 дней после его завершения')
    await afterwards(shop, () => write('Канарейка вернулась?'))
    expect(story.inTopic().map(wordsOf).at(-1)).toContain('клиенту ничего не отправили')
    await afterwards(shop, () => anna.sendText('И всё-таки канарейка', { replyTo: thanks }))
    expect(await left()).toHaveLength(1)
    const { Rating: ratings = [] } = await readAllModels(shop.location)
    expect(ratings).toEqual([expect.stringContaining('"score":5,"comment":null')])
  })
})
