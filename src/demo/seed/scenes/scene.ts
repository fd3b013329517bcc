import type { Language } from '../../../domain/people.ts'
import type { PictureName } from '../../draw-photos.ts'

type Text = Readonly<Record<Language, string>>

/** A ticket of the last days, as people would make it happen. Times are minutes before the playground opens. */
export interface Scene {
  /** Place among the customers of the seed; each files but one ticket, unless it is a duplicate. */
  readonly customer: number
  /** `category/problem`. */
  readonly about: string
  readonly order: string | null
  readonly text: Text
  readonly photos: readonly PictureName[]
  readonly filedAgo: number
  readonly steps: readonly Step[]
}

export type Step = { readonly ago: number } & (
  | { readonly by: 'agent'; readonly agent: number; readonly says: Text }
  | { readonly by: 'agent'; readonly agent: number; readonly shows: PictureName; readonly says: Text }
  /** A command; {number} is that of the customer's first ticket. */
  | { readonly by: 'agent'; readonly agent: number; readonly commands: string }
  | { readonly by: 'customer'; readonly says: Text; readonly photo?: PictureName }
  | { readonly by: 'customer'; readonly rates: 5 | 4 | 3; readonly says: Text | null }
)

/** How long before the playground opens the first of all scenes happens. Minutes. */
export const SCENES_BEGIN_AGO = 51 * 60

/** Words of commands that differ by language. */
export const TAGS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: { damage: 'повреждение', fault: 'брак' },
  en: { damage: 'damage', fault: 'fault' },
}
