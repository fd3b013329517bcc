import { expect, test, vi } from 'vitest'
import { afterwards } from '../../support/customer-story.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { answerTo, fileMany, openListStory, tapAnswer } from '../../support/list-story.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'
import { openStaffStory } from '../../support/staff-story.ts'

vi.setConfig({ testTimeout: 120_000 })

for (const group of ['forum', 'supergroup'] as const) {
  test(`in a ${group} /find leads an agent to a ticket by its number, the customer's name and words in any form, for their eyes only`, async () => {
    const { shop, anna, oleg, ask, number, write } = await openListStory({ group })
    await afterwards(shop, () => anna.sendText('Хочу оформить возврат чайника'))
    await afterwards(shop, () => write('// вернём <деньги> завтра'))
    const before = shop.group.messages().length
    for (const typed of [
      number,
      number.replace('-', ''),
      'анна',
      'возвратить',
      'чайники возврата',
      'деньгами',
      'курьер',
      'чайн',
    ])
      expect(await ask(`/find ${typed}`), typed).toContain(`№ ${number}`)
    expect(answerTo(oleg)).toContain('Анна → не назначен')
    const note = await ask('/find вернем')
    expect(note).toContain('Заметка: // вернём <деньги> завтра')
    const answer = oleg.messages().at(-1)
    const bold = answer?.entities?.filter(({ type }) => type === 'bold') ?? []
    expect(bold.map(({ offset, length }) => note.slice(offset, offset + length))).toContain('вернём')
    const links = answer?.entities?.filter(({ type }) => type === 'text_link').map(({ url }) => url)
    expect(links).toEqual([expect.stringMatching(/^https:\/\/t\.me\/c\/\d+\/\d+$/)])
    // The questions stand in the group, the answers do not.
    expect(shop.group.messages()).toHaveLength(before + 9)
  })
}

test('what is not there is said with what can be searched for, and so is a question without a word', async () => {
  const { ask } = await openListStory()
  expect(await ask('/find <b>жираф</b>')).toContain('По запросу <b>жираф</b> ничего не нашлось')
  for (const typed of ['/find', '/find …']) expect(await ask(typed)).toContain('Напишите, что найти')
  expect(await ask(`/find ${'слово '.repeat(30)}`)).toContain('не больше 100 знаков')
})

test('ten tickets a page, and each of them once', async () => {
  const { shop, oleg, number, ask } = await openListStory({ description: 'Потерялась посылка с книгами.' })
  const more = Array.from({ length: 11 }, (_, index) => `Посылка с номером ${index} не пришла.`)
  const numbers = [number, ...(await fileMany(shop, more))].reverse()
  const shown = (text: string) => [...text.matchAll(/№ (\d+-\d+)/g)].map((match) => match[1])
  expect(shown(await ask('/find посылки'))).toEqual(numbers.slice(0, 10))
  expect(shown(await tapAnswer(shop, oleg, 'Старше ›'))).toEqual(numbers.slice(10))
  expect(shown(await tapAnswer(shop, oleg, 'В начало'))).toEqual(numbers.slice(0, 10))
})

test('an edit and a retraction are followed', async () => {
  const { shop, anna, agent, ask, write, number } = await openListStory()
  const said = await afterwards(shop, () => anna.sendText('Нужен зелёный чемодан'))
  await afterwards(shop, () => anna.editText(said.message_id, 'Нужен красный чемодан'))
  expect(await ask('/find зелёный')).toContain('ничего не нашлось')
  expect(await ask('/find красного')).toContain(number)
  const wrong = await afterwards(shop, () => write('Вышлем велосипед'))
  expect(await ask('/find велосипеды')).toContain(number)
  await afterwards(shop, () => agent.sendText('/retract', { replyTo: wrong.message_id }))
  expect(await ask('/find велосипеды')).toContain('ничего не нашлось')
})

test('agents of one group find nothing of another one’s', async () => {
  const shop = await openShop({ ephemeralMessages: false, groupsFor: { payment: 'supergroup' } })
  const oleg = shop.agent('Олег')
  const vera = shop.customer('Вера')
  const payments = shop.groupFor('payment')
  payments.join(vera)
  const late = await fileTicket(shop, shop.customer('Анна'), { description: 'Посылка где-то застряла.' })
  const charged = await fileTicket(shop, shop.customer('Борис'), {
    ...{ category: 'Оплата', problem: /дважды/ },
    description: 'За посылку списали дважды.',
  })
  for (const person of [oleg, vera]) await afterwards(shop, () => person.sendText('/start'))
  for (const typed of ['посылка', late.number, charged.number, 'Борис', 'Анна']) {
    await afterwards(shop, () => shop.group.as(oleg).sendText(`/find ${typed}`))
    expect(answerTo(oleg)).not.toContain(`№ ${charged.number}`)
    await afterwards(shop, () => payments.as(vera).sendText(`/find ${typed}`))
    expect(answerTo(vera)).not.toContain(`№ ${late.number}`)
  }
  await afterwards(shop, () => payments.as(vera).sendText('/find посылка'))
  expect(answerTo(vera)).toContain(`№ ${charged.number}`)
})

test('a stranger who forges a button, or whoever has left the group, gets nothing', async () => {
  const { shop, anna, oleg, ask, number } = await openListStory()
  const asked = anna.messages().at(-1)?.message_id ?? 0
  const group = (-shop.group.id).toString(36)
  for (const data of [`g:${group}:q:3:0`, `g:${group}:f:e:`, `g:${group}:h:ticket:0`]) {
    const tap = anna.tapData(asked, data)
    await shop.settled()
    expect((await tap.answer()).text).toBe('Это может только сотрудник группы поддержки')
  }
  expect(anna.screen()).not.toContain('Все обращения в работе')
  await ask('/queue')
  const list = oleg.messages().at(-1)
  shop.group.remove(oleg)
  await shop.settled()
  const late = oleg.tap('Обновить')
  await shop.settled()
  expect((await late.answer()).text).toBe('Это может только сотрудник группы поддержки')
  expect(wordsIn(list)).toContain(number)
})

test('where the group can show it to them alone, the list is read and turned there, and nobody else sees it', async () => {
  const { shop, agent, oleg, topic } = await openStaffStory()
  const vera = shop.group.as(shop.agent('Вера'))
  await afterwards(shop, () => agent.sendText('/queue unassigned', { topic }))
  const [list] = agent.asides()
  expect(wordsIn(list)).toContain('Никем не взяты')
  await afterwards(shop, () => agent.tap('Мои'))
  expect(agent.asides().map(wordsIn)).toEqual([expect.stringContaining('Здесь пусто')])
  expect(vera.asides()).toEqual([])
  expect(shop.group.screen()).not.toContain('Здесь пусто')
  expect(oleg.messages()).toEqual([])
})

test('who never started the bot reads and turns the list in the group', async () => {
  const { shop, agent } = await openStaffStory({ ephemeralMessages: false, mayBeRefused: true })
  await afterwards(shop, () => agent.sendText('/queue unassigned'))
  const list = shop.group.messages().at(-1)
  expect(wordsIn(list)).toContain('Никем не взяты')
  await afterwards(shop, () => agent.tap('Мои', { messageId: list?.message_id ?? 0 }))
  expect(wordsIn(shop.group.messages().find(({ message_id }) => message_id === list?.message_id))).toContain(
    'Здесь пусто',
  )
})
