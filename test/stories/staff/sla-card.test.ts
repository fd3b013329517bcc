import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openSlaStory, TUESDAY_NOON } from '../../support/sla-story.ts'

const HOUR_S = 3_600
const FILED_S = Date.parse(TUESDAY_NOON) / 1_000

interface Distance {
  readonly unix_time?: number | undefined
  readonly date_time_format?: string | undefined
}

/** The times that the reader's client writes, and keeps true without an edit. */
function distances(card: Message): Distance[] {
  const found: Distance[] = (card.entities ?? []).filter(({ type }) => type === 'date_time')
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && value.type === 'date_time') found.push(value as Distance)
    Object.values(value).forEach(look)
  }
  look(card.rich_message)
  return found
}

describe.each(['rich', 'plain'] as const)('a %s card', (ticketCard) => {
  test('shows what is promised and what is left of it, as a time that goes on by itself', async () => {
    const { card } = await openSlaStory('', { ticketCard })
    expect(wordsIn(card())).toContain('Обещали ответить до: 25 ноября, 12:00 (МСК) (срок)')
    const [left, ...more] = distances(card())
    expect(more).toEqual([])
    expect(left?.date_time_format).toBe('r')
    expect(Math.abs((left?.unix_time ?? 0) - FILED_S - 24 * HOUR_S)).toBeLessThan(60)
  })

  test('stands still while the customer is asked, and goes on when they have answered', async () => {
    const { shop, anna, card, write, later } = await openSlaStory('', { ticketCard })
    await later(2.5)
    write('/pending')
    await shop.settled()
    expect(wordsIn(card())).toMatch(/Срок ответа: на паузе, пока ждём клиента; осталось 21 ч (29|30) мин/)
    expect(distances(card())).toEqual([])
    await later(48)
    anna.sendText('Вот номер накладной')
    await shop.settled()
    expect(wordsIn(card())).toContain('Обещали ответить до: 27 ноября, 12:00 (МСК)')
  })

  test('shows the solution’s time once there is an answer, and how it ended', async () => {
    const { shop, card, write } = await openSlaStory('', { ticketCard })
    write('Уточняем у курьера.')
    await shop.settled()
    expect(wordsIn(card())).toContain('Решить до: 25 ноября, 12:00 (МСК)')
    expect(wordsIn(card())).not.toContain('Обещали ответить')
    write('/resolve')
    await shop.settled()
    expect(wordsIn(card())).toContain('Срок решения: решено вовремя')
  })

  test('says it in words when a promise is broken', async () => {
    const { shop, card, write, later } = await openSlaStory('', { ticketCard })
    write('Уточняем у курьера.')
    await shop.settled()
    await later(24.1)
    expect(wordsIn(card())).toContain('Решить до: 25 ноября, 12:00 (МСК) (срок), просрочено')
    write('/resolve')
    await shop.settled()
    expect(wordsIn(card())).toContain('Срок решения: решено позже срока')
  })

  test('shows both times where they differ', async () => {
    const lines = 'sla:\n  standard: { firstResponse: 4 hours, resolution: 2 business days }'
    const { shop, card, write } = await openSlaStory(lines, { ticketCard })
    expect(wordsIn(card())).toContain('Обещали ответить до: 24 ноября, 16:00 (МСК)')
    expect(wordsIn(card())).toContain('Решить до: 26 ноября, 12:00 (МСК)')
    write('/pending')
    await shop.settled()
    expect(wordsIn(card())).toMatch(/Срок ответа: .*осталось 3 ч 59 мин/)
    expect(wordsIn(card())).toMatch(/Срок решения: .*осталось 1 рабочий день и 23 ч/)
  })
})
