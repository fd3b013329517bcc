import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerIntake } from '../../../src/domain/intake/answer.ts'
import { joinDescription } from '../../../src/domain/intake/description.ts'
import type { Draft, DraftAttachment } from '../../../src/domain/intake/draft.ts'
import { newDraft } from '../../../src/domain/intake/steps.ts'
import { TAP } from '../../../src/domain/intake/tapped.ts'
import { aPhoto, CATALOG, NOW } from '../builders.ts'

const EMPTY = newDraft({ id: 'draft', customerId: 'customer', now: NOW })

function give(photos: readonly DraftAttachment[], draft: Draft = EMPTY) {
  let current = draft
  const notes: string[] = []
  for (const attachment of photos) {
    const outcome = answerIntake(current, { kind: 'attachment', attachment }, CATALOG, true)
    current = outcome.draft
    notes.push(outcome.note?.kind ?? '')
  }
  return { draft: current, notes }
}

const ids = (draft: Draft) => draft.attachments.map(({ messageId }) => messageId)
const album = (size: number) => Array.from({ length: size }, (_, index) => aPhoto(index + 1))

describe('photos', () => {
  test('of an album are the same first five in the album’s order, whichever part comes when and how often', () => {
    const shuffled = fc
      .integer({ min: 1, max: 10 })
      .chain((size) =>
        fc.tuple(
          fc.constant(size),
          fc.shuffledSubarray([...album(size), ...album(size)], { minLength: size * 2 }),
        ),
      )
    fc.assert(
      fc.property(shuffled, ([size, parts]) => {
        expect(ids(give(parts).draft)).toEqual(ids({ ...EMPTY, attachments: album(Math.min(size, 5)) }))
      }),
    )
  })

  test('are refused in words from the sixth on', () => {
    const { draft, notes } = give(album(7))
    expect(ids(draft)).toEqual([1, 2, 3, 4, 5])
    expect(notes.slice(5)).toEqual(['photo-refused', 'photo-refused'])
  })

  test('that are refused or displaced leave their captions behind, as the description', () => {
    const late = [7, 6, 5, 4, 3, 2].map((id) => aPhoto(id, { caption: `picture ${id}` }))
    const { draft, notes } = give(late)
    expect(notes.at(-1)).toBe('photo-refused')
    expect(joinDescription(draft.description)).toBe('picture 7')
    const sixth = answerIntake(draft, { kind: 'attachment', attachment: aPhoto(9) }, CATALOG, true)
    expect(sixth.note).toEqual({ kind: 'photo-refused', captionKept: false })
  })

  test('lose the last one to “Remove the last file”, one for each number of files the button was shown with', () => {
    const step = { kind: 'tap', step: 'photos' } as const
    const full: Draft = {
      ...give(album(3)).draft,
      categoryId: 'delivery',
      problemId: 'advice',
      description: [{ text: 'It never came here.', entities: [], messageId: 90 }],
      descriptionDone: true,
    }
    const once = answerIntake(full, { ...step, value: `${TAP.removeLast}3` }, CATALOG, true)
    const twice = answerIntake(once.draft, { ...step, value: `${TAP.removeLast}3` }, CATALOG, true)
    expect([ids(once.draft), ids(twice.draft), twice.note]).toEqual([[1, 2], [1, 2], { kind: 'stale-tap' }])
  })
})
