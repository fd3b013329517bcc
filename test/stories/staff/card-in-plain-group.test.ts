import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

for (const kind of ['supergroup', 'group'] as const) {
  test(`in a ${kind} without topics the card stands in the group, and replying to anything of the ticket answers the customer`, async () => {
    const { shop, anna, agent, number, card } = await openStaffStory({
      group: kind,
      photos: 2,
      ticketCard: 'plain',
    })
    expect(wordsIn(card())).toContain('Заказ обещали привезти вчера')
    const photos = shop.group.messages().filter((message) => message.photo !== undefined)
    expect(photos).toHaveLength(2)

    agent.sendText('Ответ на карточку', { replyTo: card().message_id })
    await shop.settled()
    expect(anna.screen()).toContain('Ответ на карточку')

    agent.sendText('Ответ на фото', { replyTo: photos[1]?.message_id ?? 0 })
    anna.sendText('Спасибо, жду')
    await shop.settled()
    expect(anna.screen()).toContain('Ответ на фото')
    const shown = findMessage(shop.group.messages(), 'Спасибо, жду')
    expect(wordsIn(shown)).toContain(number)
    expect(shown.reply_to_message?.message_id).toBe(card().message_id)

    const answer = agent.sendText('Ответ на слова клиента', { replyTo: shown.message_id })
    await shop.settled()
    expect(anna.screen()).toContain('Ответ на слова клиента')
    agent.sendText('Дополнение к своему же ответу', { replyTo: answer.message_id })
    agent.sendText('Кто сегодня дежурит?')
    await shop.settled()
    expect(anna.screen()).toContain('Дополнение к своему же ответу')
    expect(anna.screen()).not.toContain('дежурит')
  })
}

test('in a plain group two tickets do not get mixed up: each reply goes to its own customer', async () => {
  const { shop, anna, agent, card } = await openStaffStory({ group: 'supergroup' })
  const boris = shop.customer('Борис')
  const second = await fileTicket(shop, boris)
  const secondCard = findMessage(shop.group.messages(), `№ ${second.number} ·`)
  agent.sendText('Это для Анны', { replyTo: card().message_id })
  agent.sendText('Это для Бориса', { replyTo: secondCard.message_id })
  await shop.settled()
  expect(anna.screen()).toContain('Это для Анны')
  expect(anna.screen()).not.toContain('Это для Бориса')
  expect(boris.screen()).toContain('Это для Бориса')
  expect(boris.screen()).not.toContain('Это для Анны')
})
