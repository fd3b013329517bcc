import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { FiguredTicket } from '../../src/domain/figures.ts'
import { LANGUAGES, type Language } from '../../src/domain/people.ts'
import type { Period } from '../../src/domain/period.ts'
import { sumUpFigures } from '../../src/domain/sum-up-figures.ts'
import { drawFigures } from '../../src/reports/picture/draw-figures.ts'
import { renderPicture } from '../../src/reports/picture/render-picture.ts'
import { page, textAt } from '../../src/reports/picture/svg.ts'
import { loadTexts } from '../../src/texts/texts.ts'
import { aTicket, CATALOG } from '../domain/builders.ts'

const timeZone = 'Europe/Moscow'
const week: Period = { from: new Date('2026-11-15T21:00:00Z'), to: new Date('2026-11-22T21:00:00Z') }
const textsFor = loadTexts()

function draw(
  tickets: readonly Partial<FiguredTicket>[],
  names: Readonly<Record<string, string>> = {},
  period = week,
) {
  const none = { scores: [], selfHelp: { helped: 0, wentOn: 0 } }
  const sum = sumUpFigures({ period, timeZone, now: period.to, ...none })
  for (const ticket of tickets) sum.add(aTicket({ createdAt: new Date('2026-11-18T09:00:00Z'), ...ticket }))
  const figures = sum.end()
  const agentNames = new Map(Object.entries(names))
  return (language: Language) =>
    drawFigures({ t: textsFor(language), catalog: CATALOG, timeZone, period, figures, agentNames })
}

const wordsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words)

test('what people are called can’t leave its place in the picture', () => {
  const svg = draw([{ assigneeId: 'a' }], { a: '</text><script>&"🌸' })('en')
  expect(wordsOf(svg)).toContain('&lt;/text&gt;&lt;script&gt;&amp;&quot;')
})

test('the six most frequent categories are named, the others are one; eight agents are named, the others counted', () => {
  const tickets = Array.from({ length: 10 }, (_, place) =>
    Array.from({ length: 20 - place }, () => ({
      categoryId: `category-${place}`,
      assigneeId: `agent-${place}`,
    })),
  ).flat()
  const names = Object.fromEntries(
    Array.from({ length: 10 }, (_, place) => [`agent-${place}`, `Agent ${place}`]),
  )
  const words = wordsOf(draw(tickets, names)('en'))
  expect(words.filter((word) => /^category-/.test(word ?? ''))).toHaveLength(6)
  expect(words).toContain(`Other categories · ${14 + 13 + 12 + 11}`)
  expect(words.filter((word) => /^Agent /.test(word ?? ''))).toHaveLength(8)
  expect(words).toContain('And 2 more agents')
})

describe.each(LANGUAGES)('in %s', (language) => {
  test('it is as wide as a phone shows sharply, also where there is nothing to tell', async () => {
    for (const svg of [draw([])(language), draw([{ assigneeId: 'a' }], { a: 'Мария' })(language)]) {
      const { width, height = 0, format } = await sharp(await renderPicture(svg)).metadata()
      expect({ width, format }).toEqual({ width: 1080, format: 'png' })
      expect(height).toBeLessThan(2_560)
    }
  })
})

test('the letters come with the desk: Cyrillic ones are drawn, each its own way', async () => {
  const drawn = async (letter: string) => {
    const svg = page({ height: 60, svg: textAt(0, 40, letter) }, [])
    return (await renderPicture(svg)).toString('base64')
  }
  const letters = [...'ЖЩЮёф№A ★']
  expect(new Set(await Promise.all(letters.map(drawn))).size).toBe(letters.length)
})

test('a quarter of a year has a bar for each day', () => {
  const quarter = { from: new Date('2026-08-22T21:00:00Z'), to: week.to }
  const svg = draw([{}], {}, quarter)('ru')
  expect(wordsOf(svg)).toContain('1')
  expect(svg).toContain('23.08')
})
