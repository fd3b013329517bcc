import { describe, expect, test } from 'vitest'
import { amendDraft } from '../../../src/domain/intake/amend.ts'
import type { Draft } from '../../../src/domain/intake/draft.ts'
import { newDraft, nextStep } from '../../../src/domain/intake/steps.ts'
import { aMessage, aPhoto, CATALOG, NOW, words } from '../builders.ts'

const part = (messageId: number, text: string) => ({ ...words(text), messageId })
const DRAFT: Draft = {
  ...newDraft({ id: 'draft', customerId: 'customer', now: NOW }),
  categoryId: 'delivery',
  problemId: 'late',
  orderNumber: null,
  orderMessageId: 1,
  description: [part(2, 'The courier did not come.')],
  descriptionDone: true,
  attachments: [aPhoto(3)],
  kept: [aMessage(4, 'a note on the side')],
  photosDone: true,
}
const amend = (messageId: number, text: string, draft = DRAFT) =>
  amendDraft(draft, aMessage(messageId, text), CATALOG)

describe('an edit of a message in the form', () => {
  test('corrects the order number, also a mistyped one, and is told apart from another wrong one', () => {
    expect(amend(1, '12345678')).toMatchObject({ draft: { orderNumber: '12345678' }, note: null })
    expect(amend(1, '12')).toEqual({ draft: DRAFT, note: { kind: 'order-wrong' } })
  })

  test('changes the description, and asks for more when too little is left', () => {
    expect(amend(2, 'The courier came late.')?.draft.description).toEqual([part(2, 'The courier came late.')])
    const short = amend(2, 'No')
    expect(short?.note).toEqual({ kind: 'too-short', length: 2 })
    expect(nextStep(short?.draft ?? DRAFT, CATALOG, true)).toBe('description')
  })

  test('too long for the description goes along whole, once, and the description stays', () => {
    const long = amend(2, 'я'.repeat(4096))
    expect(long?.note).toEqual({ kind: 'too-long', length: 4096 })
    expect(long?.draft.description).toEqual(DRAFT.description)
    const again = amend(2, 'ю'.repeat(4000), long?.draft)
    expect(again?.draft.kept.map(({ messageId }) => messageId)).toEqual([4, 2])
    expect(amend(2, 'Короче: не привезли', again?.draft)?.draft.kept).toEqual(DRAFT.kept)
  })

  test('of the earlier description is not lost while another one is being typed', () => {
    const editing: Draft = {
      ...DRAFT,
      editing: 'description',
      description: [],
      previousDescription: DRAFT.description,
    }
    expect(amend(2, 'It came too late.', editing)?.draft.previousDescription).toEqual([
      part(2, 'It came too late.'),
    ])
  })

  test('replaces a photo and its caption, or a message kept for the ticket', () => {
    const caption = words('receipt')
    const photo = { ...aPhoto(3), kind: 'photo' as const, fileId: 'other', caption }
    const amended = amendDraft(DRAFT, aMessage(3, photo), CATALOG)
    expect(amended?.draft.attachments).toEqual([aPhoto(3, { fileId: 'other', caption: 'receipt' })])
    expect(amend(4, 'other words')?.draft.kept).toEqual([aMessage(4, 'other words')])
  })

  test('of any other message is none of the form’s', () => {
    expect(amend(99, 'whatever it says')).toBeNull()
  })
})
