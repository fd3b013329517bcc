import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import type { Shop } from '../../support/open-shop.ts'
import { findMessage, openStaffStory, wordsIn } from '../../support/staff-story.ts'

const wordsOfMove = (shop: Shop) =>
  shop.group.messages().filter((message) => wordsIn(message).includes('дал этой группе новый номер'))

test('when Telegram gives the staff group a new id, work goes on there, and the owner reads once what to write', async () => {
  const { shop, oleg } = await openStaffStory({ group: 'group', mayBeRefused: true })
  const old = shop.group.id
  shop.group.upgrade()
  await shop.settled()
  expect(wordsOfMove(shop)).toHaveLength(1)
  expect(wordsIn(wordsOfMove(shop)[0])).toContain(String(shop.group.id))
  expect(wordsIn(wordsOfMove(shop)[0])).toContain(String(old))

  const boris = shop.customer('Борис')
  const { number } = await fileTicket(shop, boris)
  const card = findMessage(shop.group.messages(), `№ ${number} ·`)
  shop.group.as(oleg).sendText('Отвечаю', { replyTo: card.message_id })
  await shop.settled()
  expect(boris.screen()).toContain('Отвечаю')
  expect(shop.sim.calls.filter((call) => call.method === 'leaveChat')).toEqual([])

  await shop.restart()
  const later = await fileTicket(shop, shop.customer('Вера'))
  expect(findMessage(shop.group.messages(), `№ ${later.number} ·`)).toBeDefined()
  expect(wordsOfMove(shop)).toHaveLength(1)
})
