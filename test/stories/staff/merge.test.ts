import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import type { Shop } from '../../support/open-shop.ts'
import { findMessage, openStaffStory, type StaffStory } from '../../support/staff-story.ts'
import { auditOf, buttonsOf, GROUPS, timesSaid } from '../../support/work-story.ts'

const cardOf = (shop: Shop, number: string) => findMessage(shop.group.messages(), `№ ${number} ·`)

/** Anna has filed twice about the same thing: the first ticket is the story's own. */
async function aDuplicate(story: StaffStory) {
  const { shop, anna } = story
  const second = await fileTicket(shop, anna, { description: 'Пишу ещё раз: заказ так и не привезли.' })
  const card = cardOf(shop, second.number)
  const say = (text: string) =>
    story.agent.sendText(
      text,
      second.topic === undefined ? { replyTo: card.message_id } : { topic: second.topic },
    )
  return { ...second, say, card: () => cardOf(shop, second.number) }
}

test.each(GROUPS)(
  'in a %s: a duplicate is closed, the customer is told once which ticket goes on, and both cards show it',
  async (group) => {
    const story = await openStaffStory({ group })
    const { shop, anna, number, card } = story
    const duplicate = await aDuplicate(story)
    duplicate.say(`/merge ${number}`)
    duplicate.say(`/merge ${number}`)
    await shop.settled()
    expect(timesSaid(anna, `№ ${duplicate.number} и № ${number} об одном и том же`)).toBe(1)
    expect(anna.screen()).not.toContain('Оцените')
    expect(wordsIn(duplicate.card())).toMatch(/· закрыто\n/)
    expect(wordsIn(duplicate.card())).toContain(`Объединено с № ${number}`)
    expect(buttonsOf(duplicate.card())).toEqual([])
    expect(wordsIn(card())).toContain(`С ним объединено № ${duplicate.number}`)
    const lines = await auditOf(shop, duplicate.number)
    expect(lines.map(({ kind }) => kind)).toEqual(['opened', 'status-changed', 'merged'])
    expect((await auditOf(shop, number)).map(({ kind }) => kind)).toEqual(['opened', 'took-in'])
  },
)

test('what the customer writes afterwards goes to the one that goes on: freely, in reply, as a correction', async () => {
  const story = await openStaffStory()
  const { shop, anna, number, inTopic } = story
  const duplicate = await aDuplicate(story)
  duplicate.say('Здравствуйте, смотрим')
  await shop.settled()
  const answer = findMessage(anna.messages(), 'Здравствуйте, смотрим')
  const own = anna.messages().filter(({ from }) => from?.id === anna.id)
  const described = findMessage(own, 'Пишу ещё раз')
  duplicate.say(`/merge ${number}`)
  await shop.settled()
  anna.sendText('Свободное слово')
  anna.sendText('Ответ на дубликат', { replyTo: answer.message_id })
  anna.editText(described.message_id, 'Пишу ещё раз: заказ 77 так и не привезли.')
  await shop.settled()
  const said = inTopic().map(wordsIn).join('\n')
  for (const words of ['Свободное слово', 'Ответ на дубликат', 'заказ 77']) expect(said).toContain(words)
  const there = shop.group.messages({ topic: duplicate.topic ?? 0 }).map(wordsIn)
  expect(there.join('\n')).not.toContain('Ответ на дубликат')
})

test('the customer’s own screen of a duplicate leads to the other, and a forged score is not taken', async () => {
  const story = await openStaffStory()
  const { shop, anna, number } = story
  const duplicate = await aDuplicate(story)
  const id = duplicate.card().reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(':')[1] ?? ''
  duplicate.say(`/merge ${number}`)
  await shop.settled()
  anna.sendText(`/status ${duplicate.number}`)
  await shop.settled()
  expect(wordsIn(anna.lastMessage())).toContain(`продолжаем в обращении № ${number}`)
  anna.tap('Открыть обращение, в котором продолжаем')
  await shop.settled()
  expect(wordsIn(anna.lastMessage())).toContain(`Обращение № ${number}`)
  const tap = anna.tapData(anna.lastMessage()?.message_id ?? 0, `r:${id}:5`).answer()
  await shop.settled()
  expect((await tap).text).toContain('закрыто')
  expect(anna.screen()).not.toContain('Спасибо за оценку')
})

test('answers are written where it goes on: in the duplicate’s place they are refused, notes are not', async () => {
  const story = await openStaffStory()
  const { shop, anna, number } = story
  const duplicate = await aDuplicate(story)
  duplicate.say(`/merge ${number}`)
  duplicate.say('Не туда')
  duplicate.say('// просто заметка')
  await shop.settled()
  expect(anna.screen()).not.toContain('Не туда')
  expect(shop.group.messages().filter((one) => wordsIn(one).includes('отвечайте клиенту там'))).toHaveLength(
    1,
  )
})

test('what can’t be merged is refused in a sentence: itself, another customer’s, an ended one, none at all', async () => {
  const story = await openStaffStory()
  const { shop, anna, number, write, inTopic } = story
  const boris = await fileTicket(shop, shop.customer('Борис'))
  const duplicate = await aDuplicate(story)
  const lastWord = async (text: string) => {
    write(text)
    await shop.settled()
    return wordsIn(inTopic().at(-1))
  }
  expect(await lastWord('/merge')).toContain('с номером обращения')
  expect(await lastWord(`/merge ${number}`)).toContain('того же обращения')
  expect(await lastWord(`/merge ${boris.number}`)).toContain('разных клиентов')
  for (const unknown of ['999-998', '000-000', `${duplicate.number} 000-000`, `000-000 ${duplicate.number}`])
    expect(await lastWord(`/merge ${unknown}`), unknown).toContain('в этой группе нет')
  expect(await lastWord(`/merge № ${number.replace('-', ' ')}`)).toContain('того же обращения')
  duplicate.say('/close')
  await shop.settled()
  expect(await lastWord(`/merge ${duplicate.number}`)).toContain('уже завершено')
  expect(timesSaid(anna, 'объединили')).toBe(0)
  expect(wordsIn(story.card())).toMatch(/· новое\n/)
})

test('of three the messages find the last one, whichever was merged first', async () => {
  const story = await openStaffStory()
  const { shop, anna, number, inTopic } = story
  const second = await aDuplicate(story)
  second.say('Вопрос по второму')
  await shop.settled()
  const answer = findMessage(anna.messages(), 'Вопрос по второму')
  const third = await aDuplicate(story)
  second.say(`/merge ${third.number}`)
  await shop.settled()
  story.agent.sendText(`/merge ${third.number} ${number}`)
  await shop.settled()
  anna.sendText('Ответ на самый первый', { replyTo: answer.message_id })
  await shop.settled()
  expect(inTopic().map(wordsIn).join('\n')).toContain('Ответ на самый первый')
})
