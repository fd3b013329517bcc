import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

test('when Telegram gives the staff group a new id, the bot stays, says what to write where, and tickets keep coming', async () => {
  const { shop, anna, oleg } = await openStaffStory({ group: 'group', mayBeRefused: true })
  shop.group.upgrade()
  await shop.settled()
  const word = findMessage(shop.group.messages(), 'STAFF_CHAT_ID')
  expect(word.text).toContain(String(shop.group.id))

  shop.group.as(oleg).sendText('Всем привет')
  const boris = shop.customer('Борис')
  const { number } = await fileTicket(shop, boris)
  const card = findMessage(shop.group.messages(), `№ ${number} ·`)
  shop.group.as(oleg).sendText('Отвечаю', { replyTo: card.message_id })
  await shop.settled()
  expect(boris.screen()).not.toContain('Отвечаю')
  expect(shop.group.messages().at(-1)?.text).toContain('ответы отсюда клиентам не уходят')
  expect(shop.sim.calls.filter((call) => call.method === 'leaveChat')).toEqual([])
  expect(anna.screen()).not.toContain('Отвечаю')
})
