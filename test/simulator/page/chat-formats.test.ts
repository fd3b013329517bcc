import { expect, test } from 'vitest'
import {
  formatBytes,
  formatDay,
  formatDuration,
  formatShare,
} from '../../../src/simulator/page/chat/format.ts'
import { formatDateTime } from '../../../src/simulator/page/chat/format-date-time.ts'
import { localeFor } from '../../../src/simulator/page/words/languages.ts'

const at = (...parts: [number, number, number, number?, number?, number?]) => new Date(...parts).getTime()

test('days are told as people tell them', () => {
  const now = at(2026, 10, 28, 9)
  expect(formatDay(at(2026, 10, 28, 0), now, 'en')).toBe('Today')
  expect(formatDay(at(2026, 10, 27, 23, 59), now, 'ru')).toBe('Вчера')
  expect(formatDay(at(2026, 10, 20), now, 'ru')).toBe('20 ноября')
  expect(formatDay(at(2025, 10, 20), now, 'en')).toBe('November 20, 2025')
})

test('sizes and durations are short', () => {
  expect(formatBytes(17, 'en')).toBe('17 B')
  expect(formatBytes(17, 'ru')).toBe('17 Б')
  expect(formatBytes(1536, 'en')).toBe('1.5 kB')
  expect(formatBytes(50 * 1024 * 1024, 'ru')).toBe('50 МБ')
  expect(formatDuration(7)).toBe('0:07')
  expect(formatDuration(3_725)).toBe('1:02:05')
})

test('a share is told in percent as the language writes it', () => {
  expect(formatShare(0, 'en')).toBe('0%')
  expect(formatShare(2 / 3, 'en')).toBe('67%')
  expect(formatShare(0.5, 'ru')).toBe('50\u00A0%')
})

test('a date_time entity is shown as its format says', () => {
  const unix = at(2022, 2, 17, 22, 45, 0) / 1000
  const now = (unix + 3 * 60 + 20) * 1000
  const format = (wanted: string, locale = 'en') => formatDateTime(unix, wanted, now, locale)
  expect(format('')).toBeNull()
  expect(format('r')).toBe('3 minutes ago')
  expect(format('r', 'ru')).toBe('3 минуты назад')
  expect(format('d', 'ru')).toBe('17.03.22')
  expect(format('D')).toBe('March 17, 2022')
  expect(format('t', 'ru')).toBe('22:45')
  expect(format('T', 'ru')).toBe('22:45:00')
  expect(format('wDT', 'ru')).toMatch(/^четверг, 17 марта 2022 г\.(?:,| в) 22:45:00$/)
})

test('a moment to come is told relatively, too', () => {
  expect(formatDateTime(7_200, 'r', 0, 'en')).toBe('in 2 hours')
  expect(formatDateTime(0, 'r', 0, 'en')).toBe('now')
})

test('dates follow the language of the person, where the page speaks it', () => {
  expect(localeFor('ru', 'en', [])).toBe('ru')
  expect(localeFor('en-US', 'ru', ['de', 'en-GB'])).toBe('en-GB')
  expect(localeFor('de', 'ru', ['de', 'ru-RU'])).toBe('ru-RU')
  expect(localeFor(undefined, 'en', [])).toBe('en')
})
