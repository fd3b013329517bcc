import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMessageText } from '../../src/simulator/text/format-text.ts'
import { parseHtml } from '../../src/simulator/text/html.ts'

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const failure = (source: string) => {
  try {
    parseHtml(source)
  } catch (error) {
    return (error as Error).message.replace("Bad Request: can't parse entities: ", '')
  }
  return undefined
}

describe('what is understood', () => {
  test.each([
    ['<b>a</b>', 'bold'],
    ['<strong>a</strong>', 'bold'],
    ['<i>a</i>', 'italic'],
    ['<em>a</em>', 'italic'],
    ['<u>a</u>', 'underline'],
    ['<ins>a</ins>', 'underline'],
    ['<s>a</s>', 'strikethrough'],
    ['<strike>a</strike>', 'strikethrough'],
    ['<del>a</del>', 'strikethrough'],
    ['<code>a</code>', 'code'],
    ['<pre>a</pre>', 'pre'],
    ['<tg-spoiler>a</tg-spoiler>', 'spoiler'],
    ['<span class="tg-spoiler">a</span>', 'spoiler'],
    ['<blockquote>a</blockquote>', 'blockquote'],
    ['<blockquote expandable>a</blockquote>', 'expandable_blockquote'],
  ])('%s is %s', (source, type) => {
    expect(parseHtml(source)).toEqual({ text: 'a', entities: [{ type, offset: 0, length: 1 }] })
  })

  test('links, mentions, emoji, code with a language and times keep their attribute', () => {
    const source =
      '<a href="https://a.example/?x=1&amp;y=2">l</a><a href="tg://user?id=42">m</a>' +
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>' +
      '<pre><code class="language-ts">c</code></pre><tg-time unix="1700000000" format="d">t</tg-time>'
    expect(parseHtml(source).entities).toMatchObject([
      { type: 'text_link', url: 'https://a.example/?x=1&y=2' },
      { type: 'text_mention', user: { id: 42 } },
      { type: 'custom_emoji', custom_emoji_id: '5368324170671202286', length: 2 },
      { type: 'pre', language: 'ts' },
      { type: 'date_time', unix_time: 1_700_000_000, date_time_format: 'd' },
    ])
  })

  test('character references are decoded, an unknown one stays as it is', () => {
    expect(parseHtml('&lt;&gt;&amp;&quot;&#1103;&#x1F642;&nbsp;&')).toEqual({
      text: '<>&"я🙂&nbsp;&',
      entities: [],
    })
  })

  test('tags nest, and the outer one comes first', () => {
    expect(parseHtml('<b>a<i>b</i></b>').entities).toEqual([
      { type: 'bold', offset: 0, length: 2 },
      { type: 'italic', offset: 1, length: 1 },
    ])
  })
})

describe('what is refused', () => {
  test.each([
    ['<div>a</div>', 'Unsupported start tag "div" at byte offset 0'],
    ['я<br>', 'Unsupported start tag "br" at byte offset 2'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['I <3 you', 'Unsupported start tag "3" at byte offset 2'],
    ['I <3', 'Unclosed start tag at byte offset 2'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="x">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('%s: %s', (source, reason) => {
    expect(failure(source)).toBe(reason)
  })
})

describe('properties', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 })

  test('escaped text comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(parseHtml(escapeHtml(text)).text).toBe(text)
      }),
    )
  })

  test('an entity covers exactly the text of its tag, in UTF-16 units', () => {
    fc.assert(
      fc.property(words, words, words, (before, inside, after) => {
        const { text, entities } = parseHtml(
          `${escapeHtml(before)}<b>${escapeHtml(inside)}</b>${escapeHtml(after)}`,
        )
        const covered = entities.map(({ offset, length }) => text.slice(offset, offset + length))
        expect(covered).toEqual(inside === '' ? [] : [inside])
      }),
    )
  })

  test('any text is either parsed or refused in the server’s words', () => {
    const source = fc.array(
      fc.constantFrom('<', '>', '/', 'b', '&', 'lt', ';', '"', '=', ' ', 'a', 'я', '🙂'),
      {
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(source, (parts) => {
        const reason = failure(parts.join(''))
        if (reason !== undefined) expect(reason).toMatch(/offset|end tag|identifier|attribute/)
      }),
    )
  })

  test('after trimming, entities still lie inside the text', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '\n', '  \n', ''), (inside, blank) => {
        fc.pre(inside.trim() !== '')
        const source = `${blank}<b>${blank}${escapeHtml(inside)}${blank}</b>${blank}`
        const { text, entities } = formatMessageText({ text: source, parseMode: 'HTML' })
        expect(text).toBe(text.trim())
        for (const { offset, length } of entities) expect(offset + length).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
