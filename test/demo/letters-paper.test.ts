import { expect, test } from 'vitest'
import type { Letter } from '../../src/demo/catch-letters.ts'
import { createLettersPaper } from '../../src/demo/letters-paper.ts'

test('letters are read with the newest first, and counted; before the first there is a word of it', async () => {
  const letters: Letter[] = []
  const paper = createLettersPaper({ letters })
  expect(await paper.read()).toEqual({ ru: 'Писем ещё не было.', en: 'There are no letters yet.' })
  expect(paper.state?.()).toBeNull()
  letters.push({ to: 'anna@example.com', subject: 'Код', text: 'Ваш код: 123456\n', file: '/letters/1.html' })
  letters.push({ to: 'emma@example.com', subject: 'Code', text: 'Your code: 7', file: '/letters/2.html' })
  expect(paper.state?.()?.words).toEqual({ ru: 'писем: 2', en: 'letters: 2' })
  const { ru } = (await paper.read()) as { ru: string }
  expect(ru).toBe(
    [
      ...['Кому: emma@example.com', 'Тема: Code', 'Страница: /letters/2.html', '', 'Your code: 7', ''],
      ...['————————————————————————', ''],
      ...['Кому: anna@example.com', 'Тема: Код', 'Страница: /letters/1.html', '', 'Ваш код: 123456', ''],
    ].join('\n'),
  )
  expect(paper.save).toBeUndefined()
})
