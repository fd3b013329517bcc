import { expect, test } from 'vitest'
import { meantPart } from '../../../src/simulator/page/chat/meant-part.ts'
import { aView } from './a-view.ts'

const [one, two, three] = [aView(), aView({ message: { caption: 'The parcel' } }), aView()]
const album = [one, two, three]

test('of an album the part that was pressed is meant', () => {
  const meant = meantPart(album, three.key)
  expect(meant).toMatchObject({ all: [three], toReply: three, toEdit: three })
})

test('beside its parts the whole album is meant: its caption is edited, its first part is answered', () => {
  expect(meantPart(album, null)).toEqual({ all: album, toReply: one, toEdit: two, toReact: one })
  expect(meantPart([one, three], null)?.toEdit).toBe(one)
})

test('reactions go to the first part of an album whichever is pressed', () => {
  expect(meantPart(album, three.key)?.toReact).toBe(one)
})

test('a part that is gone leaves the rest to be meant', () => {
  expect(meantPart([one, two], three.key)?.all).toEqual([one, two])
  expect(meantPart([], three.key)).toBeNull()
})
