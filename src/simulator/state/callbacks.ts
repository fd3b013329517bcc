import type { CallbackQuery } from '../bot-api/types.ts'

export interface CallbackAnswer {
  text?: string | undefined
  showAlert: boolean
  url?: string | undefined
}

export interface StoredCallback {
  query: CallbackQuery
  /** Milliseconds of the clock. */
  createdAt: number
  answer?: CallbackAnswer | undefined
}

/** A query older than this cannot be answered, milliseconds. */
export const CALLBACK_LIFETIME_MS = 150_000
