import { expect, test } from 'vitest'
import { amendDraft } from '../../../src/domain/intake/amend.ts'
import { answerIntake } from '../../../src/domain/intake/answer.ts'
import type { Draft, DraftAttachment } from '../../../src/domain/intake/draft.ts'
import { flawedPhotos, photosToLookAt, withFlaw } from '../../../src/domain/intake/photo-flaws.ts'
import { saidIn } from '../../../src/domain/intake/said-in.ts'
import { newDraft } from '../../../src/domain/intake/steps.ts'
import { TAP } from '../../../src/domain/intake/tapped.ts'
import { aPhoto, CATALOG, NOW, words } from '../builders.ts'

const RECEIPT = aPhoto(2, { kind: 'document', mimeType: 'application/pdf' })
const IMAGE = aPhoto(3, { kind: 'document', mimeType: 'image/png' })

function aDraft(...attachments: DraftAttachment[]): Draft {
  return {
    ...newDraft({ id: 'draft', customerId: 'customer', now: NOW }),
    ...{ categoryId: 'delivery', problemId: 'advice', descriptionDone: true, attachments },
    description: [{ ...words('It never came here.'), messageId: 90 }],
  }
}

const ids = (photos: readonly { readonly messageId: number }[]) => photos.map(({ messageId }) => messageId)

function tapRemove(draft: Draft, key: string) {
  return answerIntake(draft, { kind: 'tap', step: 'photos', value: `${TAP.remove}${key}` }, CATALOG, true)
}

test('photos and images are looked at once each, receipts in PDF never', () => {
  const draft = aDraft(aPhoto(1), RECEIPT, IMAGE)
  expect(ids(photosToLookAt(aDraft(), draft))).toEqual([1, 3])
  expect(photosToLookAt(draft, { ...draft, attachments: [...draft.attachments] })).toEqual([])
  expect(ids(photosToLookAt(draft, aDraft(aPhoto(1), aPhoto(4))))).toEqual([4])
})

test('a flaw is kept with the photo, numbered among the photos alone', () => {
  const draft = withFlaw(aDraft(aPhoto(1), RECEIPT, IMAGE), 'unique-3', 'dark')
  expect(flawedPhotos(draft ?? aDraft())).toMatchObject([{ number: 2, total: 2, flaw: 'dark' }])
})

test('a flaw of a photo that is gone, or told before, is no news', () => {
  const draft = aDraft(aPhoto(1, { quality: 'small' }))
  expect(withFlaw(draft, 'unique-1', 'small')).toBeNull()
  expect(withFlaw(draft, 'unique-2', 'small')).toBeNull()
})

test('the button of a bad photo removes exactly this one, once', () => {
  const draft = aDraft(aPhoto(1, { quality: 'blurred' }), aPhoto(2), aPhoto(3, { quality: 'dark' }))
  const [first] = flawedPhotos(draft)
  const removed = tapRemove(draft, first?.key ?? '')
  expect(ids(removed.draft.attachments)).toEqual([2, 3])
  expect(tapRemove(removed.draft, first?.key ?? '').note).toEqual({ kind: 'stale-tap' })
})

test('a photo that an edit has put in its place is another one: nothing is wrong with it, and the old button leaves it', () => {
  const draft = aDraft(aPhoto(1, { quality: 'blurred' }))
  const [flawed] = flawedPhotos(draft)
  const content = { ...aPhoto(1, { fileUniqueId: 'better' }), kind: 'photo', caption: null } as const
  const message = { messageId: 1, albumId: null, content, replyToMessageId: null, sentAt: 0 }
  const amended = amendDraft(draft, message, CATALOG)?.draft ?? draft
  expect(flawedPhotos(amended)).toEqual([])
  expect(tapRemove(amended, flawed?.key ?? '').note).toEqual({ kind: 'stale-tap' })
  expect(ids(photosToLookAt(draft, amended))).toEqual([1])
})

test('what was found out about a photo stays in the form', () => {
  const said = saidIn(aDraft(aPhoto(1, { quality: 'dark' })))
  expect(JSON.stringify(said)).not.toContain('quality')
})
