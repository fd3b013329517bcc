import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

const backoff = { firstMs: 20, maxMs: 200 }

for (const group of ['forum', 'group'] as const) {
  test(`a revoked token stops all sending and loses nothing: with a new one it goes on (${group})`, async () => {
    const { shop, anna, write, inTopic } = await openStaffStory({ group, backoff })
    const { sim } = shop
    // The agent's membership has been asked for; the answer itself is refused.
    const revoked = new Promise<void>((resolve) => {
      const stop = sim.onCall((call) => {
        if (call.method !== 'getChatMember') return
        stop()
        sim.revokeToken()
        resolve()
      })
    })
    write('Курьер выехал')
    await revoked
    await shop.desk().whenIdle()
    anna.sendText('Где мой заказ?')
    write('Будет через час')
    expect(anna.screen()).not.toContain('Курьер выехал')
    expect(await shop.desk().database.outbox.depth()).toBeGreaterThan(0)

    const token = `${sim.botId}:A-new-token-of-the-very-same-telegram-bot`
    sim.world.token = token
    sim.restoreToken()
    await shop.restart({ env: { BOT_TOKEN: token } })
    await shop.settled()
    for (const text of ['Курьер выехал', 'Будет через час']) {
      expect(anna.messages().filter((message) => wordsIn(message).includes(text))).toHaveLength(1)
    }
    expect(anna.screen()).toMatch(/Курьер выехал[\s\S]*Будет через час/)
    expect(inTopic().filter((message) => wordsIn(message).includes('Где мой заказ?'))).toHaveLength(1)
    expect(() => findMessage(inTopic(), 'Не доставлено')).toThrow()
    expect(await shop.desk().database.outbox.depth()).toBe(0)
  })
}
