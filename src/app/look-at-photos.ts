import type { Draft } from '../domain/intake/draft.ts'
import { photosToLookAt, withFlaw } from '../domain/intake/photo-flaws.ts'
import type { Customer } from '../domain/people.ts'
import type { PhotoFlaw } from '../domain/photo-quality.ts'
import type { Desk } from './desk.ts'

/** Has the photos looked at that came into the form, or were exchanged in it. Nothing waits for it. */
export function lookAtPhotos(desk: Desk, customer: Customer, before: Draft, after: Draft): void {
  if (desk.rules.looksAtPhotos !== true) return
  for (const photo of photosToLookAt(before, after))
    desk.notices.photoAdded({ customer, draft: after, photo })
}

export interface PhotoLook {
  readonly customerId: string
  readonly draftId: string
  readonly fileUniqueId: string
}

/** Keeps what is wrong with a photo of the open form, and says so; nothing where it was sent or removed meanwhile. */
export async function recordPhotoLook(desk: Desk, look: PhotoLook, quality: PhotoFlaw): Promise<void> {
  const draft = await desk.stores.drafts.of(look.customerId)
  if (draft?.id !== look.draftId) return
  const marked = withFlaw(draft, look.fileUniqueId, quality)
  const customer = await desk.stores.customers.byId(look.customerId)
  if (marked === null || customer === null) return
  desk.stores.drafts.save(marked)
  await desk.notices.formLearned({ customer, draft: marked, at: ['photos', 'review'] })
}
