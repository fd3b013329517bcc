import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory, type StaffStory } from '../../support/staff-story.ts'
import { GROUPS, joinColleague } from '../../support/work-story.ts'

const warnings = ({ shop }: StaffStory) =>
  shop.group.messages().filter((one) => wordsIn(one).includes('почти одновременно'))

test.each(GROUPS)(
  'in a %s: two agents who answer at once are told so under the second answer, and one tap takes it back',
  async (group) => {
    const story = await openStaffStory({ group })
    const { shop, anna, agent, write } = story
    const vera = await joinColleague(story, 'Вера')
    write('Курьер приедет сегодня')
    await shop.settled()
    const second = vera.say('Курьер приедет завтра')
    await shop.settled()
    const [warning] = warnings(story)
    expect(wordsIn(warning)).toContain('Олег и Вера')
    expect(warning?.reply_to_message?.message_id).toBe(second.message_id)
    const taps = [0, 1].map(() =>
      agent.tap('Отозвать второй ответ', { messageId: warning?.message_id ?? 0 }).answer(),
    )
    await shop.settled()
    expect((await Promise.all(taps)).map(({ text }) => text)).toEqual([
      'Отзываем сообщение у клиента',
      'Это уже сделано',
    ])
    expect(anna.screen()).toContain('Курьер приедет сегодня')
    expect(anna.screen()).not.toContain('Курьер приедет завтра')
    expect(findMessage(shop.group.messages(), 'у клиента удалено')).toBeDefined()
  },
)

test('a pair is warned once a minute, however many more answers cross', async () => {
  const story = await openStaffStory()
  const { shop, write } = story
  const vera = await joinColleague(story, 'Вера')
  write('Раз')
  vera.say('Два')
  write('Три')
  vera.say('Четыре')
  await shop.settled()
  expect(warnings(story)).toHaveLength(1)
})

test('no warning: after the customer’s word, for one’s own second answer, for notes, or for answering a colleague’s ticket', async () => {
  const story = await openStaffStory()
  const { shop, anna, write } = story
  const vera = await joinColleague(story, 'Вера')
  write('/take')
  write('// я смотрю')
  vera.say('Отвечаю за Олега')
  vera.say('И ещё одно')
  await shop.settled()
  anna.sendText('Понятно')
  await shop.settled()
  write('Рад помочь')
  vera.say('// заметка')
  await shop.settled()
  expect(warnings(story)).toEqual([])
})

test('the button takes back this answer alone: a message of another ticket is out of its reach', async () => {
  const story = await openStaffStory()
  const { shop, anna, agent, write, card } = story
  write('Важный ответ')
  await shop.settled()
  const ticket = card().reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(':')[1] ?? ''
  const answer = agent.tapData(card().message_id, `s:${ticket}:take-back:AAAAAAAAAAAA`).answer()
  await shop.settled()
  expect((await answer).text).toBe('Эта кнопка больше не действует')
  expect(anna.screen()).toContain('Важный ответ')
})
