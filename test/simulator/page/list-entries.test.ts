import { expect, test } from 'vitest'
import {
  FIRST_LINES,
  firstLine,
  intoParts,
  type ListEntry,
  listEntries,
  shownMessages,
} from '../../../src/simulator/page/chat/list-entries.ts'
import { aView } from './a-view.ts'

const NOON = Math.floor(new Date(2026, 10, 27, 12, 0, 5).getTime() / 1000)
const DAY = 24 * 60 * 60
const never = () => false

const kinds = (entries: readonly ListEntry[]) =>
  entries.map((entry) =>
    entry.kind === 'message' ? entry.views.map(({ key }) => key).join('+') : entry.kind,
  )

test('each day begins with a line of its own', () => {
  const views = [
    aView({ key: '1', date: NOON }),
    aView({ key: '2', date: NOON + 5 }),
    aView({ key: '3', date: NOON + DAY }),
  ]
  expect(kinds(listEntries(views, never))).toEqual(['day', '1', '2', 'day', '3'])
})

test('an album is one line, and what is deleted of it leaves the rest', () => {
  const part = (key: string, more = {}) =>
    aView({ key, date: NOON, message: { media_group_id: 'a' }, ...more })
  const all = [part('1'), part('2', { isDeleted: true }), part('3'), aView({ key: '4', date: NOON })]
  const shown = shownMessages(all, { viewerId: 1, topicId: null, isForum: false })
  expect(kinds(listEntries(shown, never))).toEqual(['day', '1+3', '4'])
})

test('what one sender writes within a minute is a group', () => {
  const anna = { id: 1, is_bot: false, first_name: 'Anna' }
  const olga = { id: 2, is_bot: false, first_name: 'Olga' }
  const by = (key: string, from: typeof anna, date: number) => aView({ key, date, message: { from } })
  const views = [
    by('1', anna, NOON),
    by('2', anna, NOON + 9),
    by('3', olga, NOON + 10),
    by('4', olga, NOON + 70),
  ]
  const edges = listEntries(views, never).flatMap((entry) =>
    entry.kind === 'message' ? [[entry.key, entry.startsGroup, entry.endsGroup]] : [],
  )
  expect(edges).toEqual([
    ['1', true, false],
    ['2', false, true],
    ['3', true, true],
    ['4', true, true],
  ])
})

test('what happened in the chat is a line of another kind, and parts groups', () => {
  const views = [
    aView({ key: '1', date: NOON }),
    aView({ key: '2', date: NOON }),
    aView({ key: '3', date: NOON }),
  ]
  const entries = listEntries(views, ({ key }) => key === '2')
  expect(kinds(entries)).toEqual(['day', '1', 'service', '3'])
  expect(entries.at(-1)).toMatchObject({ startsGroup: true })
})

test('a topic shows its own messages, General those of none, a group without topics all', () => {
  const inTopic = aView({ key: '1', message: { message_thread_id: 7, is_topic_message: true } })
  const inGeneral = aView({ key: '2' })
  const keys = (topicId: number | null, isForum: boolean) =>
    shownMessages([inTopic, inGeneral], { viewerId: 1, topicId, isForum }).map(({ key }) => key)
  expect(keys(7, true)).toEqual(['1'])
  expect(keys(8, true)).toEqual([])
  expect(keys(null, true)).toEqual(['2'])
  expect(keys(null, false)).toEqual(['1', '2'])
})

test('an ephemeral message is shown to its person alone', () => {
  const aside = aView({ key: 'aside:1', onlyFor: 5 })
  const seenBy = (viewerId: number) => shownMessages([aside], { viewerId, topicId: null, isForum: false })
  expect(seenBy(5)).toEqual([aside])
  expect(seenBy(6)).toEqual([])
})

test('of a long list the newest lines are drawn, and all from the asked one on', () => {
  const views = Array.from({ length: 2_000 }, (_, index) =>
    aView({ key: String(index), order: index, date: NOON }),
  )
  const entries = listEntries(views, never)
  const drawnFrom = (order: number | null) => intoParts(entries.slice(firstLine(entries, order)))
  const all = intoParts(entries)
  for (const order of [null, 0, 300, 1_700, 1_999]) {
    const drawn = drawnFrom(order)
    expect(drawn, 'whole parts').toEqual(all.slice(-drawn.length))
    const orders = drawn.flatMap((part) => part.entries.map((entry) => entry.order))
    expect(orders.length).toBeGreaterThanOrEqual(FIRST_LINES)
    expect(orders).toContain(order ?? 1_999)
  }
  expect(drawnFrom(300).length).toBeLessThan(all.length)
  // The world began anew with fewer messages.
  expect(firstLine(entries.slice(0, 10), 5_000)).toBe(0)
})

test('lines stay in their part while others come and go', () => {
  const views = Array.from({ length: 100 }, (_, index) =>
    aView({ key: String(index), order: index, date: NOON }),
  )
  const partsOf = (shown: typeof views) =>
    new Map(
      intoParts(listEntries(shown, never)).flatMap(({ key, entries }) =>
        entries.map((line) => [line.key, key]),
      ),
    )
  const before = partsOf(views)
  const after = partsOf([
    ...views.filter((_, index) => index % 7 !== 3),
    aView({ key: 'new', order: 100, date: NOON }),
  ])
  for (const [key, part] of after) if (before.has(key)) expect(before.get(key)).toBe(part)
  expect(after.get('new')).toBe(Math.max(...before.values()))
})
