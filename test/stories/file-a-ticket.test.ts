import { expect, test } from 'vitest'
import { fileTicket } from '../support/file-ticket.ts'
import { photosIn } from '../support/message-words.ts'
import { openShop } from '../support/open-shop.ts'

test('a customer files a ticket with five photos, and the staff sees its card in a topic', async () => {
  const shop = await openShop()
  const anna = shop.customer('Анна')
  const ticket = await fileTicket(shop, anna, { photos: 5 })
  expect(shop.group.topics().map((topic) => topic.name)).toEqual([expect.stringContaining(ticket.number)])
  const inTopic = shop.group.messages({ topic: ticket.topic ?? -1 })
  expect(photosIn(inTopic)).toBe(5)
  expect(shop.group.screen()).toContain('Заказ обещали привезти вчера')
})
