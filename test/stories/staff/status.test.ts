import { expect, test } from 'vitest'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory, type StaffStory } from '../../support/staff-story.ts'

const buttonsOnCard = ({ card }: StaffStory) =>
  card()
    .reply_markup?.inline_keyboard.flat()
    .map((button) => button.text) ?? []

const told = ({ anna }: StaffStory, text: string) =>
  anna.messages().filter((message) => message.text?.includes(text)).length

test('taken, waiting, resolved by buttons: card and customer follow each step, once, whatever is tapped twice', async () => {
  const story = await openStaffStory()
  const { shop, agent, topic, card } = story
  const twice = async (button: string) => {
    const taps = [agent.tap(button, { topic }), agent.tap(button, { topic })]
    const answers = await Promise.all(taps.map((tap) => tap.answer()))
    await shop.settled()
    return answers.map((answer) => answer.text)
  }
  expect(await twice('Взять')).toEqual(['Статус: в работе', 'Уже так: в работе'])
  expect(wordsIn(card())).toMatch(/· в работе\n/)
  expect(wordsIn(card())).toContain('Ответственный: Олег')
  expect(told(story, 'в работе. Им занимается')).toBe(1)
  expect(buttonsOnCard(story)).toContain('Решено')

  const waiting = await twice('Ждём клиента')
  expect(waiting[1]).toMatch(/сейчас|Уже так/)
  expect(wordsIn(card())).toMatch(/· жд[её]м ответа клиента\n/)
  expect(told(story, 'ждём вашего ответа')).toBe(1)
  expect(buttonsOnCard(story)).toEqual(['Решено', 'Ещё'])

  await twice('Решено')
  expect(wordsIn(card())).toMatch(/· решено\n/)
  expect(told(story, 'решено. Если вопрос остался')).toBe(1)
  expect(buttonsOnCard(story)).toEqual(['Ещё'])
  expect(shop.sim.calls.filter((call) => !call.ok)).toEqual([])
})

test('the same by commands; a step that is not possible is explained with the status of now', async () => {
  const story = await openStaffStory()
  const { shop, agent, topic, inTopic } = story
  const lastWord = () => wordsIn(inTopic().at(-1))
  const say = async (command: string) => {
    agent.sendText(command, { topic })
    await shop.settled()
  }
  await say('/take')
  expect(told(story, 'в работе. Им занимается')).toBe(1)
  await say('/pending@desk_bot')
  expect(told(story, 'ждём вашего ответа')).toBe(1)
  await say('/take')
  expect(lastWord()).toMatch(/Не получится: обращение сейчас «жд[её]м ответа клиента»/)
  await say('/resolve')
  expect(told(story, 'решено. Если вопрос остался')).toBe(1)
  await say('/resolve')
  await say('/pending')
  expect(lastWord()).toContain('Не получится: обращение сейчас «решено»')
  expect(told(story, 'решено. Если вопрос остался')).toBe(1)
})

test('a command with a ticket’s number works from anywhere in its group, and on that ticket alone', async () => {
  const story = await openStaffStory()
  const { shop, agent, topic, number } = story
  const other = await fileTicket(shop, shop.customer('Борис'))
  agent.sendText(`/take № ${number}`, { topic: other.topic ?? 0 })
  await shop.settled()
  expect(told(story, 'в работе. Им занимается')).toBe(1)
  agent.sendText(`/resolve ${number.replace('-', '')}`)
  await shop.settled()
  expect(told(story, 'решено. Если вопрос остался')).toBe(1)
  agent.sendText('/resolve 999-998')
  await shop.settled()
  expect(wordsIn(shop.group.messages({ topic: 0 }).at(-1))).toContain(
    'К какому обращению это относится, непонятно',
  )
  expect(topic).not.toBe(other.topic)
})

test('a button that came too late says what the ticket is now', async () => {
  const { shop, agent, topic, card, number } = await openStaffStory()
  const data = card().reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? ''
  agent.sendText('/resolve', { topic })
  await shop.settled()
  const answer = await agent.tapData(card().message_id, data).answer()
  expect(answer.text).toBe('Не получится: обращение сейчас «решено»')
  expect(number).not.toBe('')
})

test('the customer’s answer brings a waiting ticket back to work, and the staff sees it', async () => {
  const story = await openStaffStory()
  const { shop, anna, agent, topic, card } = story
  agent.sendText('/take', { topic })
  agent.sendText('/pending', { topic })
  await shop.settled()
  anna.sendText('Вот мой адрес')
  await shop.settled()
  expect(wordsIn(card())).toMatch(/· в работе\n/)
  expect(told(story, 'снова в работе')).toBe(1)
  expect(shop.group.screen()).toContain('Вот мой адрес')
})

test('two agents who take a ticket at the same moment: one has it, the customer is told once', async () => {
  const story = await openStaffStory()
  const { shop, agent, topic } = story
  const vera = shop.group.as(shop.agent('Вера'))
  agent.tap('Взять', { topic })
  vera.tap('Взять', { topic })
  await shop.settled()
  expect(told(story, 'в работе. Им занимается')).toBe(1)
})

test('a colleague can take a taken ticket over: the card names them, the customer is not bothered', async () => {
  const story = await openStaffStory()
  const { shop, anna, agent, topic, card, inTopic } = story
  agent.sendText('/name Мария', { topic })
  agent.tap('Взять', { topic })
  await shop.settled()
  expect(wordsIn(card())).toContain('Ответственный: Мария')
  const before = anna.messages().length
  const vera = shop.agent('Вера')
  shop.group.as(vera).sendText('/name Вера', { topic })
  shop.group.as(vera).tap('Взять', { topic })
  await shop.settled()
  expect(wordsIn(card())).toContain('Ответственный: Вера')
  expect(anna.messages()).toHaveLength(before)
  anna.sendText('Кто теперь отвечает?')
  await shop.settled()
  const mention = findMessage(inTopic(), 'Кто теперь').entities?.find((one) => one.type === 'text_mention')
  expect(mention?.user?.id).toBe(vera.id)
})
