import { expect, test, vi } from 'vitest'
import { afterwards } from '../../support/customer-story.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { answerTo, openListStory, tapAnswer } from '../../support/list-story.ts'
import { openShop } from '../../support/open-shop.ts'
import { createShiftingClock } from '../../support/shifting-clock.ts'

vi.setConfig({ testTimeout: 120_000 })

const numbersIn = (text: string) => [...text.matchAll(/№ (\d+-\d+) ·/g)].map((match) => match[1])

for (const group of ['forum', 'supergroup'] as const) {
  test(`in a ${group} /history shows all tickets of the customer, the newest first, with how they ended`, async () => {
    const { shop, anna, oleg, agent, write, card, number, ask } = await openListStory({ group })
    await afterwards(shop, () => agent.tap('Решено', { messageId: card().message_id }))
    await afterwards(shop, () => anna.tap('Вопрос решён'))
    await afterwards(shop, () => anna.tap('4, хорошо'))
    const second = await fileTicket(shop, anna, { description: 'Второй раз: чайник приехал разбитым.' })
    await fileTicket(shop, shop.customer('Борис'))
    await afterwards(shop, () => write('/history'))
    expect(answerTo(oleg)).toContain(`Анна: все обращения, вы спросили по № ${number}`)
    expect(numbersIn(answerTo(oleg))).toEqual([second.number, number])
    expect(answerTo(oleg)).toMatch(/· новое · .*\nподано .*\nВторой раз: чайник приехал разбитым/)
    expect(answerTo(oleg)).toMatch(/· закрыто · .*\nподано .*, завершено .* · оценка 4 из 5/)
    expect(numbersIn(await ask(`/history ${second.number}`))).toEqual([second.number, number])
    for (const typed of ['/history', '/history 999-999'])
      expect(await ask(typed)).toContain('К какому обращению это относится, непонятно')
  })
}

test('a long history has pages', async () => {
  const clock = createShiftingClock()
  const { shop, anna, oleg, number, ask } = await openListStory({ clock })
  for (let index = 0; index < 10; index += 1) {
    // Nobody files ten of them within an hour.
    clock.leap(600_000)
    await fileTicket(shop, anna)
  }
  expect(numbersIn(await ask(`/history ${number}`))).toHaveLength(10)
  expect(numbersIn(await tapAnswer(shop, oleg, 'Старше ›'))).toEqual([number])
  expect(numbersIn(await tapAnswer(shop, oleg, '‹ Новее'))).toHaveLength(10)
})

test('tickets of another group stay out of it', async () => {
  const shop = await openShop({ ephemeralMessages: false, groupsFor: { payment: 'supergroup' } })
  const [anna, oleg] = [shop.customer('Анна'), shop.agent('Олег')]
  const late = await fileTicket(shop, anna)
  const charged = await fileTicket(shop, anna, { category: 'Оплата', problem: /дважды/ })
  await afterwards(shop, () => oleg.sendText('/start'))
  await afterwards(shop, () => shop.group.as(oleg).sendText(`/history ${late.number}`))
  expect(numbersIn(answerTo(oleg))).toEqual([late.number])
  await afterwards(shop, () => shop.group.as(oleg).sendText(`/history ${charged.number}`))
  expect(answerTo(oleg)).toContain('непонятно')
})
