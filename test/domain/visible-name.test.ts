import { expect, test } from 'vitest'
import { visibleName } from '../../src/domain/visible-name.ts'

test.each([
  ['Анна  Котова\n', 'Анна Котова'],
  ['\u202eАнна\u202c', 'Анна'],
  ['А\u200bн\u00adна', 'Анна'],
  [
    'Family 👨‍👩‍👧‍👦 🏳️‍🌈 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    'Family 👨‍👩‍👧‍👦 🏳️‍🌈 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
  ],
  ['نام\u200cمن', 'نام\u200cمن'],
  ['\u2800\u3164', ''],
  ['\u115f \u1160 \uffa0', ''],
  ['\u200d\ufe0f', ''],
])('%j is shown as %j', (name, shown) => {
  expect(visibleName(name)).toBe(shown)
})
