import { expect, test } from 'vitest'
import type { Language } from '../../../src/domain/people.ts'
import { afterwards, buttonTexts, inTopic, lastSaid, shown, wordsOf } from '../../support/customer-story.ts'
import { codeMailedTo } from '../../support/mail-server.ts'
import { ANNAS, openMailStory } from '../../support/mail-story.ts'

const LANGUAGES: readonly Language[] = ['ru', 'en']

test.each(LANGUAGES)('nobody is asked how to answer who does not ask for it (%s)', async (language) => {
  const { shop, anna, server, say, send } = await openMailStory(language)
  expect(shown(anna)).not.toMatch(/Ответ:|Answer:/)
  const { number } = await send()
  expect(wordsOf(inTopic(shop, number)[0])).not.toContain(shop.texts('ru').plain('card-label-mail'))
  expect(lastSaid(shop, anna)).toContain(
    say('ticket-confirmed', { number, moment: '' })
      .split('\n')[0]
      ?.replace(/<\/?b>/g, '') ?? '',
  )
  expect(server.taken).toEqual([])
})

test.each(LANGUAGES)(
  'a number to be called back at stands on the card, typed or shared (%s)',
  async (language) => {
    const story = await openMailStory(language)
    const { shop, anna, say } = story
    await story.tap('button-edit-reply')
    await story.tap('button-reply-call')
    await story.type('12 34')
    expect(shown(anna)).toContain('12 34')
    await story.type('+7 912 345-67-89')
    expect(shown(anna)).toContain('+79123456789')
    await story.tap('button-edit-reply')
    await story.tap('button-reply-call')
    await afterwards(shop, () => anna.sendContact({ phoneNumber: '+79990001122' }))
    expect(shown(anna)).toContain('+79990001122')
    const { number } = await story.send()
    const card = wordsOf(inTopic(shop, number)[0])
    expect(card).toContain(shop.texts('ru').plain('card-label-call'))
    expect(card).toContain('+79990001122')
    expect(anna.screen()).toContain(
      say('ticket-also-call', { number: '+79990001122' }).replace(/<\/?code>/g, ''),
    )
    expect(story.server.taken).toEqual([])
  },
)

test.each(LANGUAGES)('a desk without a mail server offers no mail (%s)', async (language) => {
  const story = await openMailStory(language, { withoutMail: true })
  await story.tap('button-edit-reply')
  expect(buttonTexts(story.anna)).toEqual(
    ['button-reply-chat', 'button-reply-call', 'button-back', 'button-cancel'].map((key) => story.say(key)),
  )
})

test.each(LANGUAGES)(
  'a wrong address or code is explained, and another one can be had (%s)',
  async (language) => {
    const story = await openMailStory(language)
    const { shop, server, anna, say } = story
    await story.tap('button-edit-reply')
    await story.tap('button-reply-mail')
    await story.type('anna@mail')
    expect(shown(anna)).toContain(say('note-email-domain', { typed: 'anna@mail' }))
    await story.type(ANNAS)
    const code = codeMailedTo(server, ANNAS)
    await story.type(code === '000000' ? '111111' : '000000')
    expect(shown(anna)).toContain(say('note-code-wrong', { left: 4 }))
    await story.tap('button-code-again')
    expect(shown(anna)).toMatch(language === 'ru' ? /через \d+ секунд/ : /in \d+ second/)
    expect(server.taken).toHaveLength(1)
    await story.tap('button-other-address')
    expect(shown(anna)).toContain(
      say('ask-reply-address')
        .replace(/<\/?b>/g, '')
        .split('\n')[1] ?? '',
    )
    await story.tap('button-back')
    await story.tap('button-back')
    expect(shown(anna)).not.toContain(ANNAS)
    await story.send()
    expect(server.to(ANNAS)).toHaveLength(1)
    expect(shop.sim.calls.filter(({ method }) => method === 'sendMail')).toEqual([])
  },
)

test.each(LANGUAGES)(
  'an address that takes no mail is told at once, and a corrected one is taken (%s)',
  async (language) => {
    const story = await openMailStory(language)
    const { shop, server, anna, say } = story
    server.refuse('recipient', 550)
    await story.tap('button-edit-reply')
    await story.tap('button-reply-mail')
    await story.type(ANNAS)
    expect(lastSaid(shop, anna)).toBe(say('code-refused', { email: ANNAS }))
    server.refuse('recipient', null)
    await story.type('anna.petrova@mail.example')
    await story.type(codeMailedTo(server, 'anna.petrova@mail.example'))
    expect(shown(anna)).toContain(say('note-email-confirmed'))
  },
)

test('what was confirmed outlives a change of other fields and a restart', async () => {
  const story = await openMailStory()
  const { shop, anna } = story
  await story.confirmAddress()
  await story.tap('button-edit-photos')
  await story.tap('button-back')
  await shop.restart()
  await story.tap('button-edit-description')
  await story.type('Теперь иначе: привезли, но не то.')
  expect(shown(anna)).toContain(ANNAS)
  const { number } = await story.send()
  expect(story.server.to(ANNAS).at(-1)?.mail.subject).toContain(number)
})

test('neither address nor code nor number gets into the log', async () => {
  const lines: string[] = []
  const story = await openMailStory('ru', { logTo: (line) => void lines.push(line) })
  const { shop, server, agent } = story
  await story.confirmAddress()
  const { topic } = await story.send()
  const code = codeMailedTo({ ...server, to: () => server.taken.slice(0, 1) }, ANNAS)
  server.refuse('recipient', 550, `<${ANNAS}> is unknown`)
  agent.sendText('Ответ с приметой: канарейка', { topic })
  await shop.settled()
  await story.fillIn('И ещё одна беда с заказом.')
  await story.tap('button-edit-reply')
  await story.tap('button-reply-call')
  await story.type('+79123456789')
  const log = lines.join('\n')
  expect(log).toContain('sendMail')
  for (const secret of [ANNAS, `"${code}"`, ` ${code}`, '79123456789', 'канарейка'])
    expect(log).not.toContain(secret)
})
