import { expect, test } from 'vitest'
import { describeOnEachDatabase, placeTestDatabase } from '../../support/database.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openShop, type Shop, type ShopOptions } from '../../support/open-shop.ts'
import { filesOf } from '../../support/reports-story.ts'
import { createShiftingClock, DAY_MS } from '../../support/shifting-clock.ts'

const HOUR_MS = DAY_MS / 24
/** Friday noon in Moscow, and how long it is from there to Monday at nine. */
const FRIDAY = '2026-11-20T12:00:00+03:00'
const TO_MONDAY_MS = 2 * DAY_MS + 21 * HOUR_MS
const ON = { WEEKLY_REPORT: 'on' }

async function openWeek(options: ShopOptions = {}) {
  const clock = createShiftingClock(FRIDAY)
  const shop = await openShop({ clock, env: ON, ...options })
  const later = async (ms: number) => {
    clock.leap(ms)
    await sweep(shop)
  }
  return { shop, clock, later }
}

async function sweep(shop: Shop): Promise<void> {
  await shop.desk().sweep()
  await shop.settled()
}

const reports = (shop: Shop) =>
  filesOf(shop, shop.group.messages()).filter(({ caption }) => /^Итоги недели|^The week in/.test(caption))

describeOnEachDatabase('the past week', (provider) => {
  test('comes to the staff group on Monday at nine, once, whatever is started again', async () => {
    const { url } = await placeTestDatabase(provider)
    const { shop, later } = await openWeek(url === null ? {} : { databaseUrl: url })
    await fileTicket(shop, shop.customer())
    await later(TO_MONDAY_MS - HOUR_MS)
    expect(reports(shop)).toEqual([])
    await later(HOUR_MS + 60_000)
    expect(reports(shop).map(({ caption }) => caption)).toEqual([
      expect.stringMatching(/^Итоги недели: 16–22 ноября 2026\sг\.\n1 обращение, решено 0\./),
    ])
    await sweep(shop)
    await shop.restart({ env: ON })
    await later(5 * DAY_MS)
    expect(reports(shop)).toHaveLength(1)
    // In the next week nothing was filed: there is nothing to tell.
    await later(3 * DAY_MS)
    expect(reports(shop)).toHaveLength(1)
  })
})

test.each(['supergroup', 'group'] as const)('in a %s as well, and in English', async (group) => {
  const { shop, later } = await openWeek({ group, language: 'en' })
  await fileTicket(shop, shop.customer('Anna', 'ru'))
  await later(TO_MONDAY_MS + HOUR_MS)
  expect(reports(shop).map(({ caption }) => caption)).toEqual([
    expect.stringMatching(/^The week in numbers: 16–22 November 2026\n1 ticket, 0 resolved\./),
  ])
})

test('a desk that was down on Monday brings it when it is back, in the same week', async () => {
  const { shop, clock } = await openWeek()
  await fileTicket(shop, shop.customer())
  await shop.desk().stop()
  clock.leap(TO_MONDAY_MS + 3 * DAY_MS)
  await shop.restart({ env: ON })
  await sweep(shop)
  expect(reports(shop)).toHaveLength(1)
})

test('a desk without tickets says nothing, and neither does one where it is switched off', async () => {
  const fresh = await openWeek()
  await fresh.later(TO_MONDAY_MS + HOUR_MS)
  expect(fresh.shop.group.messages()).toEqual([])
  const silent = await openWeek({ env: { WEEKLY_REPORT: 'off' } })
  await fileTicket(silent.shop, silent.shop.customer())
  await silent.later(TO_MONDAY_MS + HOUR_MS)
  expect(reports(silent.shop)).toEqual([])
})

test('it costs the group one action', async () => {
  const { shop, later } = await openWeek()
  await fileTicket(shop, shop.customer())
  await later(TO_MONDAY_MS - HOUR_MS)
  const before = shop.sim.calls.length
  await later(2 * HOUR_MS)
  const toGroup = shop.sim.calls
    .slice(before)
    .filter(({ params }) => String(params.chat_id) === String(shop.group.id))
  expect(toGroup.map(({ method }) => method)).toEqual(['sendPhoto'])
})

test('an answer that got lost is not followed by a second picture, but by a word', async () => {
  const { shop, later } = await openWeek()
  await fileTicket(shop, shop.customer())
  shop.sim.faults.add({ method: 'sendPhoto', kind: 'close-after' })
  await later(TO_MONDAY_MS + HOUR_MS)
  expect(reports(shop)).toHaveLength(1)
  expect(wordsIn(shop.group.messages().at(-1))).toContain('мог не дойти')
  await sweep(shop)
  expect(reports(shop)).toHaveLength(1)
})
