import { expect, test, vi } from 'vitest'
import { afterwards, wordsOf } from '../../support/customer-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { planDeletion, rowsWithCanaries } from '../../support/forgotten-story.ts'
import type { Shop } from '../../support/open-shop.ts'
import { readAllModels } from '../../support/read-all-models.ts'
import { createShiftingClock, DAY_MS } from '../../support/shifting-clock.ts'
import { openStaffStory } from '../../support/staff-story.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

test('where the bot may not delete topics, card and name are emptied and the agents are asked to do it', async () => {
  const clock = createShiftingClock()
  const { shop, anna, inTopic, topic } = await openStaffStory({ clock, mayBeRefused: true })
  shop.group.promoteBot({ can_manage_topics: true, can_delete_messages: false })
  await planDeletion(shop, anna)
  clock.leap(7 * DAY_MS + 60_000)
  await shop.desk().sweep()
  await shop.settled()
  expect(shop.group.topics().find(({ id }) => id === topic)?.name).toMatch(
    /данные удалены по просьбе клиента/,
  )
  expect(inTopic().map(wordsOf).at(-1)).toContain('Удалите её, пожалуйста, вручную')
  expect(inTopic().map(wordsOf).join()).not.toMatch(/Анна|курьер/)
})

test('a customer who has blocked the bot is forgotten all the same, and their leaving leaves nobody behind', async () => {
  const clock = createShiftingClock()
  const { shop, anna, write } = await openStaffStory({ clock })
  await planDeletion(shop, anna)
  await afterwards(shop, () => anna.block())
  await afterwards(shop, () => write('Вы ещё здесь?'))
  clock.leap(7 * DAY_MS + 60_000)
  await shop.desk().sweep()
  await shop.settled()
  expect(await rowsWithCanaries(shop, anna)).toEqual([])
  await afterwards(shop, () => anna.unblock())
  await afterwards(shop, () => anna.block())
  const { Customer: customers = [] } = await readAllModels(shop.location)
  expect(customers.filter((row) => row.includes(String(anna.id)))).toHaveLength(1)
})

test('a process that dies at the last sentence leaves nothing either', async () => {
  const clock = createShiftingClock()
  const { shop, anna } = await openStaffStory({ clock, mayLeaveTaps: true })
  await planDeletion(shop, anna)
  const fault = shop.sim.faults.add({ method: 'sendMessage', kind: 'hang' })
  clock.leap(7 * DAY_MS + 60_000)
  await shop.desk().sweep()
  await shop.sim.waitFor(() => fault.hits === 1, { timeoutMs: 60_000 })
  expect((await rowsWithCanaries(shop, anna)).length).toBeGreaterThan(0)
  const stopping = shop.restart()
  fault.release()
  await stopping
  await shop.settled()
  await shop.desk().sweep()
  await shop.settled()
  expect(await rowsWithCanaries(shop, anna)).toEqual([])
})

test('while something is on its way to the customer, the deletion waits for the next look', async () => {
  const clock = createShiftingClock()
  const { shop, anna, write } = await openStaffStory({ clock })
  await planDeletion(shop, anna)
  const fault = shop.sim.faults.add({
    method: 'sendMessage',
    kind: 'hang',
    when: ({ chat_id }) => Number(chat_id) === anna.id,
  })
  write('Ищем')
  await shop.sim.waitFor(() => fault.hits === 1, { timeoutMs: 60_000 })
  clock.leap(7 * DAY_MS + 60_000)
  await shop.desk().sweep()
  await expect.poll(() => failedOrWaiting(shop)).toBe(0)
  expect((await rowsWithCanaries(shop, anna)).length).toBeGreaterThan(0)
  fault.release()
  await shop.settled()
  await shop.desk().sweep()
  await shop.settled()
  expect(await rowsWithCanaries(shop, anna)).toEqual([])
})

async function failedOrWaiting(shop: Shop): Promise<number> {
  const rows = await queryTestDatabase(shop.location, `SELECT seq FROM inbox_events WHERE status <> 'done'`)
  return rows.length
}
