import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeLetter } from '../../src/mail/compose-letter.ts'
import { entitiesToHtml, entitiesToText } from '../../src/mail/entities-to-html.ts'
import { loadTexts } from '../../src/texts/texts.ts'
import { aCodeLetter, anOpeningLetter, aReplyLetter } from '../support/letters.ts'

const textsFor = loadTexts()
const GROUND = { timeZone: 'Europe/Moscow', bot: 'desk_bot' }
const compose = (letter: Parameters<typeof composeLetter>[1], missing?: readonly string[]) =>
  composeLetter(textsFor(letter.language), letter, GROUND, missing)

describe('a letter', () => {
  test.each(['ru', 'en'] as const)('says in both its forms where to answer (%s)', (language) => {
    for (const letter of [anOpeningLetter({ language }), aReplyLetter([{}], { language })]) {
      const { text, html } = compose(letter)
      expect(text).toContain('https://t.me/desk_bot')
      expect(html).toContain('<a href="https://t.me/desk_bot">https://t.me/desk_bot</a>')
      expect(html).toContain(`<html lang="${language}">`)
    }
  })

  test('with a code has the code in its subject and in both forms, and no link to press', () => {
    const { subject, text, html } = compose(aCodeLetter())
    for (const words of [subject, text, html]) expect(words).toContain('012345')
    expect(html).not.toContain('href')
  })

  test('that confirms a ticket says the number, the promised time of the shop, and what was written', () => {
    const { subject, text } = compose(anOpeningLetter({ orderNumber: '12345678', files: 2 }))
    expect(subject).toBe('Обращение № 482-913: Курьер не приехал')
    for (const words of ['482-913', '14:00 (МСК)', '12345678', 'Заказ обещали привезти вчера.'])
      expect(text).toContain(words)
  })

  test('shares its subject with all others of the ticket', () => {
    expect(compose(aReplyLetter()).subject).toBe(`Re: ${compose(anOpeningLetter()).subject}`)
  })

  test('names the agent as the chat does, and the neutral word where they have no name', () => {
    expect(compose(aReplyLetter()).text).toContain('Мария отвечает по обращению')
    expect(compose(aReplyLetter([{}], { agent: null, language: 'en' })).text).toContain(
      'support agent answers',
    )
  })

  test('says what is to be seen in the chat alone', () => {
    const { text } = compose(aReplyLetter([{ words: null, inChatOnly: true }]), ['план.pdf'])
    expect(text).toMatch(/Часть ответа в письмо не помещается[\s\S]*Файл «план\.pdf»/)
  })
})

describe('formatted words', () => {
  test('keep what mail can show, links only where they are safe', () => {
    const text = 'Жирно, здесь и там'
    const entities = [
      { type: 'bold', offset: 0, length: 5 },
      { type: 'text_link', offset: 7, length: 5, url: 'https://shop.example/?a=1&b="2"' },
      { type: 'text_link', offset: 15, length: 3, url: 'javascript:alert(1)' },
      { type: 'spoiler', offset: 0, length: 3 },
    ]
    expect(entitiesToHtml({ text, entities })).toBe(
      '<b>Жир</b><b>но</b>, <a href="https://shop.example/?a=1&amp;b=&quot;2&quot;">здесь</a> и там',
    )
    expect(entitiesToText({ text, entities })).toBe('Жирно, здесь (https://shop.example/?a=1&b="2") и там')
  })

  test('show nothing of what somebody typed as a tag, however the formatting lies', () => {
    const word = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '/', ' ', '\n', 'ы') })
    const entity = fc.record({
      type: fc.constantFrom('bold', 'italic', 'text_link', 'code', 'spoiler'),
      offset: fc.nat(20),
      length: fc.nat(20),
      url: fc.constantFrom('https://a.example/"><script>', 'javascript:x'),
    })
    fc.assert(
      fc.property(word, fc.array(entity, { maxLength: 5 }), (text, entities) => {
        const html = entitiesToHtml({ text, entities })
        const bare = html.replace(/<br>\n/g, '\n').replace(/<\/?(b|i|code)>|<a href="[^"<>]*">|<\/a>/g, '')
        expect(bare).not.toMatch(/[<>"']/)
        const read = bare
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&')
        expect(read).toBe(text)
      }),
    )
  })
})
