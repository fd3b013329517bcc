import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTagWish, TAG_MAX, TAGS_MAX, tagsAfter } from '../../src/domain/tags.ts'

test('tags are put on and taken off in one line, in small letters, whatever stands between them', () => {
  expect(readTagWish('Доставка, #Брак -срочно')).toEqual({
    add: ['доставка', 'брак'],
    remove: ['срочно'],
    refused: [],
  })
  expect(readTagWish('vip -vip').remove).toEqual(['vip'])
  expect(readTagWish('-vip VIP').add).toEqual(['vip'])
})

test('what can be no tag is named as it was typed, and the others count', () => {
  const long = 'я'.repeat(TAG_MAX + 1)
  expect(readTagWish(`<b> ${long} ок -`)).toEqual({ add: ['ок'], remove: [], refused: ['<b>', long, '-'] })
  expect(readTagWish('я'.repeat(TAG_MAX)).add).toHaveLength(1)
})

test('a ticket never gets more than ten tags, and taking off always works', () => {
  const tag = fc.stringMatching(/^[a-z]{1,3}$/)
  const tags = fc.uniqueArray(tag, { maxLength: TAGS_MAX + 4 })
  fc.assert(
    fc.property(tags, tags, tags, (before, add, remove) => {
      const after = tagsAfter(before, { add, remove, refused: [] })
      if (after === null) {
        expect(new Set([...before, ...add]).size).toBeGreaterThan(TAGS_MAX)
        return
      }
      expect(after.length).toBeLessThanOrEqual(Math.max(TAGS_MAX, before.length))
      for (const one of add) expect(after).toContain(one)
      for (const one of remove) if (!add.includes(one)) expect(after).not.toContain(one)
      expect([...after].sort()).toEqual(after)
    }),
  )
})
