import { expect } from 'vitest'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import { queryTestDatabase } from './database.ts'
import { wordsIn } from './message-words.ts'
import type { Shop } from './open-shop.ts'
import type { Told } from './whole-story.ts'

/** The story has come to its end: everything said has arrived, nothing waits and nothing was given up. */
export async function expectWhole(shop: Shop, { customer, said }: Told): Promise<void> {
  const shown = (messages: readonly Message[]) =>
    messages
      .filter((message) => message.from?.id === shop.sim.botId)
      .map(wordsIn)
      .join('\n')
  const read = { agent: shown(customer.messages()), customer: shown(shop.group.messages()) }
  expect(said.filter(({ by, marker }) => !read[by].includes(marker))).toEqual([])
  const ask = (sql: string) => queryTestDatabase(shop.location, sql)
  expect(await ask('SELECT status FROM tickets')).toEqual([{ status: 'closed' }])
  // What was never sent needs no deleting.
  const open = `status IN ('waiting', 'sending') OR (status = 'failed' AND error NOT LIKE 'reference-missing%')`
  expect(await ask(`SELECT method, error FROM outbox_calls WHERE ${open}`)).toEqual([])
  expect(await ask(`SELECT body, error FROM inbox_events WHERE status <> 'done'`)).toEqual([])
}
