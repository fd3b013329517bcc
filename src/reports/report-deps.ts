import type { Stores } from '../app/ports.ts'
import type { Log, TransportAnswer } from '../delivery/ports.ts'
import type { Catalog } from '../domain/catalog.ts'
import type { Texts } from '../texts/texts.ts'

/** What reports are made of. */
export interface ReportDeps {
  readonly stores: Stores
  /** In the staff group's language. */
  readonly t: Texts
  readonly catalog: Catalog
  /** The shop's. */
  readonly timeZone: string
  readonly now: () => Date
  readonly log: Pick<Log, 'warn'>
  readonly fetchPhoto: FetchPhoto
}

/** Why a file is not in a transcript. */
export type LeftOut = 'gone' | 'too-big' | 'no-room' | 'unavailable' | 'unreadable'

/** A photo from Telegram or the disk, made small enough for a page. `later`: Telegram has no time for us at all. @throws nothing */
export type FetchPhoto = (
  file: { readonly fileId: string; readonly fileUniqueId: string; readonly size: number | null },
  signal?: AbortSignal,
) => Promise<
  | { readonly kind: 'photo'; readonly bytes: Buffer; readonly mimeType: string }
  | { readonly kind: Exclude<LeftOut, 'no-room'> }
  | { readonly kind: 'later'; readonly answer: Exclude<TransportAnswer, { kind: 'ok' }> }
>
