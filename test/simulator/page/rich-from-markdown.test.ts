import { expect, test } from 'vitest'
import { blocksFromMarkdown } from '../../../src/simulator/page/chat/rich-from-markdown.ts'
import { richWords } from '../../../src/simulator/page/chat/rich-types.ts'

test('Markdown becomes blocks in their order', () => {
  const source =
    '## Ticket\nfirst line\nsecond\n\n> said\n> so\n\n- one\n- two\n\n```js\nlet a\n```\n---\nend'
  const blocks = blocksFromMarkdown(source, [])
  expect(blocks.map(({ type }) => type)).toEqual([
    'heading',
    'paragraph',
    'blockquote',
    'list',
    'pre',
    'divider',
    'paragraph',
  ])
  expect(blocks[0]).toMatchObject({ size: 2 })
  expect(blocks[4]).toMatchObject({ text: 'let a', language: 'js' })
  expect(richWords(blocks)).toBe('Ticket first line\nsecond said\nso one two let a end')
})

test('styles nest, and code keeps what is in it', () => {
  const [block] = blocksFromMarkdown('**bold _both_** `**raw**` [shop](https://shop.example)', [])
  const bold = { type: 'bold', text: ['bold ', { type: 'italic', text: 'both' }, ''] }
  const text = JSON.stringify(block?.text)
  expect(text).toContain(JSON.stringify(bold))
  expect(text).toContain(JSON.stringify({ type: 'code', text: '**raw**' }))
  expect(text).toContain(JSON.stringify({ type: 'url', text: 'shop', url: 'https://shop.example' }))
})

test('a picture is the one that came with the message; an unknown one is left out', () => {
  const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }]
  const source = '![](tg://photo?id=a)\n![](tg://photo?id=b)\n![](https://shop.example/p.jpg)'
  expect(blocksFromMarkdown(source, [{ id: 'a', media: { photo } }])).toEqual([{ type: 'photo', photo }])
})

test('signs that style nothing stay as they are', () => {
  const words = (source: string) => richWords(blocksFromMarkdown(source, []))
  expect(words('2 * 3 * 4 and snake_case_name')).toBe('2 * 3 * 4 and snake_case_name')
  expect(words('#5 is no heading')).toBe('#5 is no heading')
})
