import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { parseCatalog } from '../../src/config/load-catalog.ts'
import { GOOD, mistakesIn } from './a-catalog.ts'

describe("the owner's catalogue", () => {
  test('tells all its mistakes at once, each with its line and its mend', () => {
    const source = GOOD.replace('id: late', 'id: Late!')
      .replace('title: { ru: Опоздали, en: Late }', 'title: { ru: Опоздали }')
      .replace('order: required', 'order: maybe')
      .replace("example: '1234'", "example: 'A1'")
      .replace('urgentAllowed: true', 'urgentAllowed: yes')
    expect(mistakesIn(source)).toEqual([
      expect.stringMatching(/^my\.yaml:4: the example fits none of the patterns; write /),
      expect.stringMatching(/^my\.yaml:10: "id" is not written as ids are; write /),
      expect.stringMatching(/^my\.yaml:11: "title\.en" is missing; write /),
      expect.stringMatching(
        /^my\.yaml:12: "order" is not a word that is known here; write one of required, /,
      ),
      expect.stringMatching(/^my\.yaml:20: "urgentAllowed" is not true or false; write true or false\.$/),
    ])
  })

  test.each<[rule: string, from: string, to: string, mistake: RegExp]>([
    [
      'a title that is too long',
      'ru: Опоздали',
      `ru: ${'о'.repeat(41)}`,
      /:11: "title.ru" is longer than 40/,
    ],
    ['an empty title', 'ru: Опоздали', 'ru: " "', /:11: "title.ru" is empty/],
    ['a text cut by its comma', 'ru: Опоздали', 'ru: Ждали, ждали', /:11: "ждали" is not known here/],
    ['an id of digits', 'id: late', 'id: 12', /:10: "id" is not a text/],
    ['an id that is too long', 'id: late', `id: ${'a'.repeat(17)}`, /:10: "id" is not written/],
    ['a repeated id', 'id: late', 'id: other', /:14: the id "other" is used a second time/],
    [
      'urgency where none is allowed',
      'priority: standard',
      'priority: urgent',
      /:13: the problem "late" is urgent/,
    ],
    [
      'no category "other"',
      '  - id: other\n    title',
      '  - id: rest\n    title',
      /:6: there is no category "other"/,
    ],
    [
      'no problem "other"',
      '      - id: other',
      '      - id: rest',
      /:6: the category "delivery" has no problem "other"/,
    ],
    [
      'a field nobody knows',
      'urgentAllowed: false',
      'urgentAllowed: false\n    colour: red',
      /:9: "colour" is not known/,
    ],
    ['a pattern that is none', "'\\d{4}'", "'['", /:3: an entry of "patterns" is not a pattern/],
    [
      "a person's id as a group",
      'urgentAllowed: false',
      'urgentAllowed: false\n    staffGroup: 1234567',
      /:9: "staffGroup" is not a group's id; write .*-1001234567890/,
    ],
    ['a tab', '    urgentAllowed: false', '\turgentAllowed: false', /:8: the line can't be read .*spaces/],
    ['a name given twice', 'urgentAllowed: false', 'id: again', /:8: the line can't be read .*take one/],
  ])('is refused for %s', (_rule, from, to, mistake) => {
    expect(GOOD).toContain(from)
    expect(mistakesIn(GOOD.replace(from, to)).join('\n')).toMatch(mistake)
  })

  test.each<[rule: string, lines: string, mistake: RegExp]>([
    [
      'hours on no day',
      'hours:\n  - 09:00-21:00',
      /:2: an entry of "hours" is not written.*mon-fri 09:00-21:00/,
    ],
    ['hours that end before they begin', 'hours:\n  - fri 22:00-02:00', /:2: .*after midnight is two lines/],
    ['days turned round', 'hours:\n  - fri-mon 09:00-21:00', /:2: an entry of "hours" is not written/],
    ['a time that is none', 'hours:\n  - daily 09:61-21:00', /:2: an entry of "hours" is not written/],
    ['no hours at all', 'hours: []', /:1: "hours" is empty/],
    [
      'a contact nobody can use',
      'contacts:\n  - title: { ru: Чат, en: Chat }',
      /:2: an entry of "contacts" needs a phone or a link, one of the two/,
    ],
    [
      'a phone that is none',
      "contacts:\n  - title: { ru: Чат, en: Chat }\n    phone: 'ask Anna'",
      /:3: "phone" is not a phone number; write digits/,
    ],
    [
      'a day that no calendar has',
      'calendar:\n  closed: [2026-02-29]',
      /:2: an entry of "closed" is not a day, nor a span of days; list days like/,
    ],
    [
      'a span of days turned round',
      'calendar:\n  open:\n    - 2026-05-02..2026-05-01',
      /:3: an entry of "open" is not a day, nor a span/,
    ],
    [
      'a day that is closed and open',
      'calendar:\n  closed: [2026-05-01..2026-05-03]\n  open: [2026-05-02]',
      /:3: 2026-05-02 is both closed and open; take it out of one/,
    ],
    [
      'a country nobody knows',
      'calendar:\n  country: de',
      /:2: "country" is not a word that is known here; write one of ru, none/,
    ],
    ['a week that is none', 'calendar:\n  week: sat-mon', /:2: "week" is not written as days are; write/],
    [
      'a promise in a unit nobody knows',
      'sla:\n  standard:\n    firstResponse: 2 fortnights',
      /:3: "firstResponse" is not a length of time; write a time like 24 hours/,
    ],
    [
      'a promise of no time at all',
      'sla:\n  urgent: { resolution: 0 hours }',
      /:2: "resolution" is not a length of time/,
    ],
    [
      'a promise that is a number',
      'sla:\n  complex:\n    resolution: 24',
      /:3: "resolution" is not a text; write/,
    ],
    [
      'business hours where the catalogue names none',
      'sla:\n  standard: { firstResponse: 8 business hours }',
      /:2: "sla" promises business hours, but the catalogue names no hours; write hours:/,
    ],
    [
      'somebody on duty who can not be mentioned',
      "sla:\n  onDuty: ['Maria P.']",
      /:2: an entry of "onDuty" is neither a username nor an id; list Telegram usernames/,
    ],
    [
      'quiet hours without an end',
      "sla:\n  quietHours: '22:00'",
      /:2: "quietHours" is not a span of two times; write two different times in quotes/,
    ],
    [
      'a warning that is no time',
      "sla:\n  warnBefore: '0%'",
      /:2: "warnBefore" is neither a length of time nor a share; write a time like 30 minutes/,
    ],
    ['a priority nobody knows', 'sla:\n  low: { resolution: 5 hours }', /:2: "low" is not known here/],
    [
      'a link without its beginning',
      'contacts:\n  - title: { ru: Чат, en: Chat }\n    link: shop.example/chat',
      /:3: "link" is not a web address; write a whole web address/,
    ],
  ])('is refused for %s', (_rule, lines, mistake) => {
    expect(mistakesIn(`${lines}\n${GOOD}`).join('\n')).toMatch(mistake)
  })

  test('is refused for a ready answer that is not whole', () => {
    const answer = (lines: string) =>
      mistakesIn(GOOD.replace('order: required', `order: required\n        ${lines}`)).join()
    expect(answer('answer: Ждите.')).toMatch(/:13: "answer" is not a group of names and values; write text:/)
    expect(answer('answer: { text: { ru: Ждите } }')).toMatch(/:13: "text.en" is missing/)
    expect(answer('answer: { text: { ru: Ждите, en: Wait }, picture: box.png }')).toMatch(
      /:13: "picture" is not a web address/,
    )
  })

  test('has "other" as the last problem of a category', () => {
    const { categories, ...rest } = parseCatalog(GOOD, 'my.yaml')
    const turned = categories.map((category) => ({ ...category, problems: category.problems.toReversed() }))
    expect(mistakesIn(stringify({ ...rest, categories: turned }))).toEqual([
      expect.stringContaining('the problem "other" is not the last of its category; move it'),
    ])
  })

  test.each(['', 'categories', '- a\n- b', 'a: [b', '&a [*a]'])(
    'that is no catalogue (%j) is refused in words',
    (source) => {
      expect(mistakesIn(source).join()).toMatch(/^my\.yaml:1: .+; .+\.$/)
    },
  )
})
