import { describe, expect, test } from 'vitest'
import {
  afterwards,
  buttonTexts,
  inTopic,
  lastSaid,
  sendForm,
  shown,
  tapTwice,
  walk,
  walkTo,
  wordsOf,
} from '../../support/customer-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { openShop } from '../../support/open-shop.ts'

test('commands in the middle of the form are answered, and the form goes on with the next answer', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'order')
  const answers = [
    ['/help', 'Как это работает'],
    ['/tickets', 'Обращений пока нет'],
    ['/status 482-913', 'нет номера «482-913»'],
    ['/language', 'На каком языке'],
    ['/nonsense', 'Такой команды нет'],
    ['/start', 'У вас есть начатое обращение'],
  ] as const
  for (const [command, answer] of answers) {
    await afterwards(shop, () => anna.sendText(command))
    expect(lastSaid(shop, anna)).toContain(answer)
  }
  await afterwards(shop, () => anna.sendText('12345678-0001'))
  expect(shown(anna)).toContain('Что случилось?')
  await walk(shop, anna, 'description', 'review')
  await sendForm(shop, anna)
})

test('/start in the middle offers to go on or to start over, and does what is tapped', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'description')
  await afterwards(shop, () => anna.sendText('/start'))
  expect(buttonTexts(anna)).toEqual(['Продолжить', 'Начать заново'])
  await afterwards(shop, () => anna.tap('Продолжить'))
  expect(shown(anna)).toMatch(/Продолжаем с того же места.*Что случилось\?/s)
  await afterwards(shop, () => anna.sendText('/start'))
  await afterwards(shop, () => anna.tap('Начать заново'))
  expect(shown(anna)).toContain('С чем связан вопрос?')
})

test('/new in the middle goes on with what is already answered', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  await afterwards(shop, () => anna.sendText('/new'))
  expect(shown(anna)).toMatch(/Продолжаем с того же места.*Фото и чеки/s)
})

test('/cancel ends the form at any step, says so below, and leaves no form behind', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  for (const step of ['consent', 'problem', 'order', 'description', 'photos', 'review'] as const) {
    if (step === 'consent') await walkTo(shop, anna, 'consent')
    else {
      await afterwards(shop, () => anna.sendText('/new'))
      await walk(
        shop,
        anna,
        step === 'problem' && !/Доставка/.test(buttonTexts(anna).join()) ? 'consent' : 'category',
        step,
      )
    }
    await afterwards(shop, () => anna.sendText('/cancel'))
    expect(lastSaid(shop, anna)).toBe('Отменено, ничего не отправлено.')
  }
  await afterwards(shop, () => anna.sendText('/cancel'))
  expect(lastSaid(shop, anna)).toContain('Отменять нечего')
  expect(shop.group.topics()).toEqual([])
})

test('a tap on an old form is answered in words and takes its buttons away', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'category')
  const old = anna.messages().findLast((message) => message.reply_markup !== undefined)
  const data = old?.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? ''
  await afterwards(shop, () => anna.tap('Отменить'))
  await walk(shop, anna, 'consent', 'consent')
  const tap = await afterwards(shop, () => anna.tapData(old?.message_id ?? 0, data))
  expect((await tap.answer()).text).toBe('Эта форма уже закрыта')
  await afterwards(shop, () => anna.sendText('/new'))
  await afterwards(shop, () => anna.tap('Доставка'))
  const late = await afterwards(shop, () => anna.tapData(anna.lastMessage()?.message_id ?? 0, data))
  expect((await late.answer()).text).toBe('Эта форма уже закрыта')
})

test('every button of the form tapped twice does what it does once, and the second tap is answered', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await afterwards(shop, () => anna.sendText('/start'))
  await tapTwice(shop, anna, 'Новое обращение')
  expect(anna.messages().filter((message) => /Вы согласны/.test(wordsOf(message)))).toHaveLength(1)
  expect(await tapTwice(shop, anna, /Согласен/)).toEqual([undefined, 'Этот шаг уже пройден'])
  expect(await tapTwice(shop, anna, 'Доставка')).toEqual([undefined, 'Этот шаг уже пройден'])
  expect(await tapTwice(shop, anna, /вовремя/)).toEqual([undefined, 'Этот шаг уже пройден'])
  await tapTwice(shop, anna, 'У меня нет номера')
  expect(shown(anna)).toContain('Номер есть в письме')
  expect(await tapTwice(shop, anna, 'Продолжить без номера')).toEqual([undefined, 'Этот шаг уже пройден'])
  await walk(shop, anna, 'description', 'photos')
  expect(await tapTwice(shop, anna, 'Пропустить')).toEqual([undefined, 'Этот шаг уже пройден'])
  expect(await tapTwice(shop, anna, 'Отправить')).toEqual([undefined, 'Эта форма уже закрыта'])
  expect(shop.group.topics()).toHaveLength(1)
  await afterwards(shop, () => anna.sendText('/new'))
  expect(await tapTwice(shop, anna, 'Отменить')).toEqual([undefined, 'Эта форма уже закрыта'])
  expect(buttonTexts(anna)).toEqual(['В меню'])
})

test('a text and a tap at the same moment both count, and one form stays in the chat', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await walkTo(shop, anna, 'problem')
  anna.sendText('Курьер не приехал вчера')
  await afterwards(shop, () => anna.tap(/вовремя/))
  const forms = anna.messages().filter((message) => message.reply_markup !== undefined)
  expect(forms.map(wordsOf)).toEqual([expect.stringContaining('Номер заказа')])
  expect(forms[0]?.message_id, 'below the text').toBe(anna.lastMessage()?.message_id)
  await walk(shop, anna, 'order', 'description')
  expect(shown(anna)).toContain('Фото и чеки')
})

describe.each(['order', 'description', 'photos'] as const)('at the step %s', (step) => {
  const asked = { order: 'Номер заказа', description: 'Что случилось?', photos: 'Фото и чеки' }

  test('a restart of the bot costs nothing: the very next message is the answer', async () => {
    const shop = await openShop()
    const anna = shop.customer()
    await walkTo(shop, anna, step)
    expect(shown(anna)).toContain(asked[step])
    await shop.restart()
    await walk(shop, anna, step, 'review')
    const number = await sendForm(shop, anna)
    expect(wordsOf(inTopic(shop, number)[0])).toContain('12345678-0001')
  })

  test.each([
    ['a lost replay log', 'DELETE FROM conversation_states'],
    ['a new version of the form', `UPDATE conversation_states SET value = replace(value, '[0,1]', '[0,2]')`],
  ])('%s costs nothing: the very next message is the answer', async (_, sql) => {
    const shop = await openShop()
    const anna = shop.customer()
    await walkTo(shop, anna, step)
    await queryTestDatabase(shop.location, sql)
    const rows = await queryTestDatabase(shop.location, 'SELECT value FROM conversation_states')
    if (sql.startsWith('UPDATE')) expect(String(rows[0]?.value)).toContain('[0,2]')
    await walk(shop, anna, step, 'review')
    const number = await sendForm(shop, anna)
    expect(wordsOf(inTopic(shop, number)[0])).toContain('12345678-0001')
  })
})
