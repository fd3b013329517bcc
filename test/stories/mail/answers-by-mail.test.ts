import { expect, test } from 'vitest'
import type { Language } from '../../../src/domain/people.ts'
import { samplePng } from '../../../src/simulator/state/sample-files.ts'
import { inTopic, lastSaid, shown, wordsOf } from '../../support/customer-story.ts'
import { queryTestDatabase } from '../../support/database.ts'
import { codeMailedTo } from '../../support/mail-server.ts'
import { ANNAS, openMailStory } from '../../support/mail-story.ts'
import { findMessage } from '../../support/staff-story.ts'

const LANGUAGES: readonly Language[] = ['ru', 'en']

test.each(LANGUAGES)(
  'a customer confirms an address, and gets the confirmation and the answers there as well (%s)',
  async (language) => {
    const story = await openMailStory(language)
    const { shop, server, anna, agent, say } = story
    await story.tap('button-edit-reply')
    await story.tap('button-reply-mail')
    await story.type(` mailto:${ANNAS}. `)
    expect(shown(anna)).toContain(ANNAS)
    const [code] = server.to(ANNAS)
    expect(code?.mail.subject).toBe(say('mail-code-subject', { code: codeMailedTo(server, ANNAS) }))
    await story.type(codeMailedTo(server, ANNAS))
    expect(shown(anna)).toContain(say('review-reply-mail', { value: ANNAS }))

    const { number, topic } = await story.send()
    expect(lastSaid(shop, anna)).toContain('a…@mail.example')
    expect(wordsOf(inTopic(shop, number)[0])).toContain(ANNAS)
    const opened = server.to(ANNAS)[1]
    expect(opened?.mail.subject).toContain(number)
    for (const words of ['Заказ обещали привезти вчера', 'https://t.me/desk_bot', number]) {
      expect(opened?.mail.text).toContain(words)
      expect(opened?.mail.html).toContain(words)
    }

    agent.sendText('/name Мария', { topic })
    await shop.settled()
    agent.sendPhoto({ bytes: samplePng(), caption: 'Нашли: <вот> он', topic })
    await shop.settled()
    const reply = server.to(ANNAS).at(-1)
    expect(reply?.mail.subject).toBe(`Re: ${opened?.mail.subject}`)
    expect(reply?.mail.text).toContain(say('mail-reply', { name: 'Мария', number }))
    expect(reply?.mail.text).toContain('Нашли: <вот> он')
    expect(reply?.mail.html).toContain('Нашли: &lt;вот&gt; он')
    expect(reply?.mail.attachments.map(({ content }) => content.length > 0)).toEqual([true])
    expect(reply?.mail.inReplyTo).toBe(opened?.mail.messageId)
    expect(reply?.mail.references).toEqual(opened?.mail.messageId)
    expect(reply?.mail.replyTo?.value[0]?.address).toBe('support@shop.example')
    expect(anna.messages().some((message) => message.photo !== undefined)).toBe(true)

    agent.sendText('/resolve', { topic })
    await shop.settled()
    expect(server.to(ANNAS).at(-1)?.mail.text).toMatch(language === 'ru' ? /решено/ : /is resolved/)
    await story.tap('button-solved')
    expect(server.to(ANNAS).at(-1)?.mail.text).toContain(say('mail-closed', { number }))
  },
)

test('an album is one letter with all its photos', async () => {
  const story = await openMailStory()
  await story.confirmAddress()
  const { topic } = await story.send()
  const before = story.server.taken.length
  story.agent.sendAlbum([{ kind: 'photo', caption: 'Обе стороны' }, { kind: 'photo' }], { topic })
  await story.shop.settled()
  const [letter, ...others] = story.server.taken.slice(before)
  expect(others).toEqual([])
  expect(letter?.mail.attachments).toHaveLength(2)
  expect(letter?.mail.text).toContain('Обе стороны')
})

test('an album that turns out to be a note is not mailed', async () => {
  const story = await openMailStory()
  await story.confirmAddress()
  const { topic } = await story.send()
  const before = story.server.taken.length
  story.agent.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo', caption: '// для своих' }], {
    topic,
  })
  await story.shop.settled()
  expect(story.server.taken.slice(before)).toEqual([])
})

test('next time the confirmed address is one tap away', async () => {
  const story = await openMailStory()
  await story.confirmAddress()
  await story.send()
  const letters = story.server.taken.length
  await story.fillIn('Теперь не привезли и второй заказ.')
  await story.tap('button-edit-reply')
  await story.tap('button-reply-my-mail', { email: ANNAS })
  expect(shown(story.anna)).toContain(story.say('review-reply-mail', { value: ANNAS }))
  expect(story.server.taken).toHaveLength(letters)
})

test('a refused letter is told to the agents, and once to the customer, who reads the answer in the chat', async () => {
  const story = await openMailStory()
  const { shop, server, anna, agent } = story
  await story.confirmAddress()
  const { number, topic } = await story.send()
  server.refuse('recipient', 550, `<${ANNAS}> no such user`)
  const first = agent.sendText('Привезём завтра', { topic })
  await shop.settled()
  const word = findMessage(inTopic(shop, number), /не принял \(ответ 550\)/)
  expect(word.reply_to_message?.message_id).toBe(first.message_id)
  agent.sendText('После обеда', { topic })
  await shop.settled()
  expect(anna.screen()).toMatch(/Привезём завтра[\s\S]*После обеда/)
  expect(anna.messages().filter((message) => wordsOf(message).includes('не доходят'))).toHaveLength(1)
})

test('a customer who blocked the bot gets the letter, and the agent reads that it has arrived', async () => {
  const story = await openMailStory()
  const { shop, server, anna, agent } = story
  await story.confirmAddress()
  const { number, topic } = await story.send()
  anna.block()
  await shop.settled()
  const written = agent.sendText('Ваш заказ найден', { topic })
  await shop.settled()
  expect(server.to(ANNAS).at(-1)?.mail.text).toContain('Ваш заказ найден')
  const words = inTopic(shop, number).filter((message) => wordsOf(message).includes('получил письмом'))
  expect(words.map((word) => word.reply_to_message?.message_id)).toEqual([written.message_id])
})

test('a mail server that is away for a while, and loses answers when it is back, loses no letter and holds back no chat', async () => {
  const story = await openMailStory()
  const { shop, server, anna, agent } = story
  await story.confirmAddress()
  const { topic } = await story.send()
  const before = server.taken.length
  await server.goAway()
  agent.sendText('Первый ответ', { topic })
  agent.sendText('Второй ответ', { topic })
  await shop.sim.waitFor(() => anna.screen().includes('Второй ответ'))
  server.loseAnswers(1)
  await server.comeBack()
  await shop.settled()
  const letters = server.taken.slice(before)
  const texts = letters.map(({ mail }) => /(Первый|Второй) ответ/.exec(mail.text ?? '')?.[1])
  expect(new Set(texts)).toEqual(new Set(['Первый', 'Второй']))
  // One was sent again, under the same id: a mailbox shows it once.
  expect(letters).toHaveLength(3)
  expect(new Set(letters.map(({ mail }) => mail.messageId)).size).toBe(2)
})

test('letters of a desk whose mail was switched off end with a word to the agents', async () => {
  const story = await openMailStory()
  const { shop, server, agent } = story
  await story.confirmAddress()
  const { number, topic } = await story.send()
  await server.goAway()
  agent.sendText('Едет к вам', { topic })
  await shop.sim.waitFor(() => story.anna.screen().includes('Едет к вам'))
  await shop.restart({ env: {} })
  await shop.settled()
  expect(findMessage(inTopic(shop, number), /почта в настройках выключена/)).toBeDefined()
})

test('what an agent takes back is not mailed any more; what was mailed stays, and the agent reads so', async () => {
  const story = await openMailStory('ru', { backoff: { firstMs: 2_000, maxMs: 2_000 } })
  const { shop, server, anna, agent } = story
  await story.confirmAddress()
  const { number, topic } = await story.send()
  await server.goAway()
  const wrong = agent.sendText('Не тому клиенту', { topic })
  const [first] = agent.sendAlbum([{ kind: 'photo', caption: 'Лишнее' }, { kind: 'photo' }], { topic })
  await shop.sim.waitFor(() => anna.messages().filter((message) => message.photo !== undefined).length === 2)
  // A letter that is just being tried may still get through.
  const inVain =
    "SELECT id FROM outbox_calls WHERE method = 'sendMail' AND status = 'waiting' AND attempts > 0"
  await expect.poll(() => queryTestDatabase(shop.location, inVain), { timeout: 10_000 }).toHaveLength(2)
  for (const message of [wrong, first])
    agent.sendText('/retract', { topic, replyTo: message?.message_id ?? 0 })
  await shop.sim.waitFor(() => !anna.screen().includes('Не тому') && !anna.screen().includes('Лишнее'))
  const before = server.taken.length
  await server.comeBack()
  await shop.settled()
  expect(server.taken.slice(before).map(({ mail }) => mail.attachments.length)).toEqual([1])
  expect(server.taken.at(-1)?.mail.text).not.toContain('Лишнее')

  const late = agent.sendText('Ошиблись адресом', { topic })
  await shop.settled()
  agent.sendText('/retract', { topic, replyTo: late.message_id })
  await shop.settled()
  expect(findMessage(inTopic(shop, number), /удалено\. Письмо с ним клиент уже получил/)).toBeDefined()
})

test('a corrected answer is mailed again, and says that it is one', async () => {
  const story = await openMailStory()
  const { shop, server, agent } = story
  await story.confirmAddress()
  const { topic } = await story.send()
  const written = agent.sendText('Привезём в среду', { topic })
  await shop.settled()
  agent.editText(written.message_id, 'Привезём в четверг')
  await shop.settled()
  expect(server.taken.at(-1)?.mail.text).toMatch(/исправляет ответ[\s\S]*Привезём в четверг/)
})
