import { expect, test } from 'vitest'
import { afterwards, lastSaid } from '../../support/customer-story.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

async function openMacroStory(options: Parameters<typeof openStaffStory>[0] = {}) {
  const story = await openStaffStory(options)
  const { shop, agent, topic, card } = story
  const place = topic === 0 ? { replyTo: card().message_id } : { topic }
  const command = (words: string) => afterwards(shop, () => agent.sendText(words, place))
  const answer = () => wordsIn(agent.asides().at(-1))
  const buttons = () =>
    agent
      .asides()
      .at(-1)
      ?.reply_markup?.inline_keyboard.flat()
      .map(({ text }) => text) ?? []
  return { ...story, place, command, answer, buttons }
}

for (const group of ['forum', 'supergroup'] as const) {
  test(`in a ${group} an owner’s ready answer is shown as the customer will read it, and goes out with one tap, once`, async () => {
    const { shop, anna, agent, number, command, answer, inTopic, card } = await openMacroStory({ group })
    const before = anna.messages().length
    await command('/m checking')
    expect(answer()).toMatch(
      new RegExp(
        `Клиент прочитает \\(№ ${number}\\):\\nЗдравствуйте, Анна\\. .*№ ${number}.*не позже чем \\d+`,
      ),
    )
    expect(anna.messages()).toHaveLength(before)
    const taps = [agent.tap('Отправить'), agent.tap('Отправить')]
    await shop.settled()
    expect((await Promise.all(taps.map((tap) => tap.answer()))).map(({ text }) => text)).toEqual([
      undefined,
      'Уже отправлено, отменено или открыто заново',
    ])
    expect(answer()).toBe(`Отправлено клиенту (№ ${number}).`)
    expect(anna.messages().filter((message) => wordsIn(message).includes('уже разбираемся'))).toHaveLength(1)
    const shown = inTopic().filter((message) => wordsIn(message).includes('уже разбираемся'))
    expect(shown).toHaveLength(1)
    expect(wordsIn(shown[0])).toContain(`сотрудник поддержки → клиенту, № ${number}`)
    expect(wordsIn(card())).toMatch(/· в работе\n/)

    // The group sees what the customer says to it, and takes it back like any message.
    const theirs = findMessage(anna.messages(), 'уже разбираемся')
    await afterwards(shop, () => anna.sendText('Хорошо, жду', { replyTo: theirs.message_id }))
    expect(findMessage(inTopic(), 'Хорошо, жду').reply_to_message?.message_id).toBe(shown[0]?.message_id)
    await afterwards(shop, () => agent.sendText('/retract', { replyTo: shown[0]?.message_id ?? 0 }))
    expect(anna.screen()).not.toContain('уже разбираемся')
    expect(findMessage(inTopic(), 'Сообщение у клиента удалено').reply_to_message?.message_id).toBe(
      shown[0]?.message_id,
    )
  })

  test(`in a ${group} the menu leads to the preview and back out of it`, async () => {
    const { anna, shop, agent, number, command, answer, buttons } = await openMacroStory({ group })
    await command('/macro save адрес Наш адрес: {order}')
    await command('/m')
    // Those of other categories are not offered; the agent's own come last.
    expect(buttons()).toEqual(['Проверяем', 'Нужны подробности', 'адрес'])
    await afterwards(shop, () => agent.tap('адрес'))
    expect(answer()).toContain('Наш адрес: без номера')
    await afterwards(shop, () => agent.tap('Отменить'))
    expect(answer()).toBe(`Не отправлено (№ ${number}).`)
    expect(anna.screen()).not.toContain('Наш адрес')
  })
}

test('a customer whose language is English gets the English text, and sees an own answer as it is', async () => {
  const { shop, anna, command, answer } = await openMacroStory()
  await afterwards(shop, () => anna.sendText('/language'))
  await afterwards(shop, () => anna.tap(/English/))
  await command('/name Мария')
  await command('/m checking')
  expect(answer()).toMatch(/Клиент прочитает .*:\nHello, Анна\./)
  await command('/macro save подпись С уважением, {agent}')
  await command('/m подпись!')
  expect(lastSaid(shop, anna)).toContain('С уважением, Мария')
})

test('with "!" it goes out at once, whatever the case of the name, and not twice', async () => {
  const { shop, anna, inTopic, command } = await openMacroStory()
  await command('/macro save Спасибо Спасибо за терпение, {name}')
  await command('/m СПАСИБО!')
  await command('/m спасибо!')
  const got = anna.messages().filter((message) => wordsIn(message).includes('за терпение, Анна'))
  expect(got).toHaveLength(2)
  expect(inTopic().filter((message) => wordsIn(message).includes('→ клиенту'))).toHaveLength(2)
  await shop.restart()
  await shop.settled()
  expect(anna.messages().filter((message) => wordsIn(message).includes('за терпение'))).toHaveLength(2)
})

test('a preview whose ticket has ended meanwhile, or was resolved, sends nothing and says so', async () => {
  const { shop, anna, agent, topic, command, answer } = await openMacroStory()
  await command('/m checking')
  await command('/resolve')
  await afterwards(shop, () => agent.tap('Отправить'))
  expect(answer()).toContain('тем временем решено')
  await command('/m checking')
  await afterwards(shop, () => anna.tap(/решён|решена|Да/))
  await afterwards(shop, () => agent.tap('Отправить'))
  expect(answer()).toContain('сейчас «закрыто»')
  await command('/m checking')
  expect(answer()).toContain('сейчас «закрыто»')
  expect(anna.screen()).not.toContain('уже разбираемся')
  expect(shop.group.messages({ topic }).map(wordsIn).join()).not.toContain('уже разбираемся')
})

test('a newer preview takes the place of the older, and nobody else sends it', async () => {
  const { shop, anna, agent, topic, command } = await openMacroStory({
    ephemeralMessages: false,
    mayBeRefused: true,
  })
  const vera = shop.group.as(shop.agent('Вера'))
  await command('/m checking')
  await command('/m more-details')
  const previews = shop.group
    .messages({ topic })
    .filter((message) => wordsIn(message).includes('Клиент прочитает'))
  const [older, newer] = previews.map((message) => message.message_id)
  const stale = agent.tap('Отправить', { messageId: older ?? 0 })
  const foreign = vera.tap('Отправить', { messageId: newer ?? 0 })
  await shop.settled()
  expect((await stale.answer()).text).toContain('открыто заново')
  expect((await foreign.answer()).text).toContain('другой сотрудник')
  expect(anna.screen()).not.toContain('подробностей')
  await afterwards(shop, () => agent.tap('Отправить', { messageId: newer ?? 0 }))
  expect(anna.screen()).toContain('не хватает подробностей')
})

test('in the private chat it is sent as well, by a member of the group alone', async () => {
  const { shop, anna, oleg, command, inTopic } = await openMacroStory({ ephemeralMessages: false })
  await afterwards(shop, () => oleg.sendText('/start'))
  await command('/m checking')
  const preview = findMessage(oleg.messages(), 'Клиент прочитает').message_id
  const data = oleg.buttons(preview).find(({ text }) => text === 'Отправить')?.callback_data ?? ''
  const forged = anna.tapData(anna.lastMessage()?.message_id ?? 0, data)
  await shop.settled()
  expect((await forged.answer()).text).toContain('только сотрудник')
  await afterwards(shop, () => oleg.tap('Отправить', { messageId: preview }))
  expect(anna.screen()).toContain('уже разбираемся')
  expect(inTopic().map(wordsIn).join()).toContain('→ клиенту')
  expect(wordsIn(findMessage(oleg.messages(), 'Отправлено клиенту'))).toBeTruthy()
})

test('own answers are saved from a message of one’s own, replaced, and deleted; mistakes are explained and change nothing', async () => {
  const { shop, agent, place, command, answer } = await openMacroStory()
  const vera = shop.group.as(shop.agent('Вера'))
  const said = await afterwards(shop, () => agent.sendText('// Добрый день, {name}', place))
  const foreign = await afterwards(shop, () => vera.sendText('// Чужие слова', place))
  await afterwards(shop, () => agent.sendText('/macro save привет', { replyTo: said.message_id }))
  expect(answer()).toContain('/m привет покажет')
  await afterwards(shop, () => agent.sendText('/macro save чужое', { replyTo: foreign.message_id }))
  expect(answer()).toContain('Ответьте этой командой на своё сообщение')
  for (const [words, why] of [
    ['/macro save', 'одно слово'],
    ['/macro save а! текст', 'одно слово'],
    ['/macro save дата {date}', 'Подставить вместо {date} нечего'],
    [`/macro save длинно ${'а'.repeat(1_501)}`, /В ответе 1.501 знак, а помещается/],
    ['/macro delete нет', 'Готового ответа «нет» нет'],
    ['/m нет', 'Готового ответа «нет» нет'],
  ] as const) {
    await command(words)
    expect(answer()).toMatch(why)
  }
  await command('/macro')
  expect(answer()).toContain('Ваши готовые ответы: привет.')
  await command('/macro save Привет Здравствуйте')
  await command('/m привет')
  expect(answer()).toMatch(/:\nЗдравствуйте$/)
  await command('/macro delete ПРИВЕТ')
  await command('/macro')
  expect(answer()).not.toContain('Ваши готовые ответы')
  await afterwards(shop, () => vera.sendText('/m привет', place))
  expect(wordsIn(vera.asides().at(-1))).toContain('нет. Все покажет')
})
