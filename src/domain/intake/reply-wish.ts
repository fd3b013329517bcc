import type { ReplyChannel } from '../ticket.ts'

/** How the customer wants the answer, beside the chat. */
export interface ReplyWish {
  readonly channel: Exclude<ReplyChannel, 'telegram'>
  /** A confirmed address, or the number to call. */
  readonly to: string
}

/** Six digits, mailed to an address; kept so that nobody who reads the draft knows them. */
export interface CodeSecret {
  readonly salt: string
  readonly hash: string
}

/** Where the question of how to answer stands. */
export type ReplyStage =
  | { readonly at: 'choice' | 'address' | 'phone' }
  | {
      readonly at: 'code'
      readonly email: string
      readonly secret: CodeSecret
      /** Ms since 1970. */
      readonly sentAt: number
      /** Wrong codes typed since. */
      readonly wrong: number
    }

export type CodeStage = Extract<ReplyStage, { at: 'code' }>

export const CODE_DIGITS = 6
export const CODE_TRIES = 5
export const CODE_VALID_MINUTES = 15
const MINUTE_MS = 60_000

/** The moment from which the code is no longer taken. */
export function codeEndsAt({ sentAt }: Pick<CodeStage, 'sentAt'>): Date {
  return new Date(sentAt + CODE_VALID_MINUTES * MINUTE_MS)
}

export type CodeVerdict = 'right' | 'wrong' | 'spent' | 'expired'

/** @param isCode compares in constant time what was typed with the secret */
export function checkCode(
  stage: CodeStage,
  digits: string,
  { now, isCode }: { readonly now: Date; readonly isCode: (digits: string, secret: CodeSecret) => boolean },
): CodeVerdict {
  if (stage.wrong >= CODE_TRIES) return 'spent'
  if (now >= codeEndsAt(stage)) return 'expired'
  if (isCode(digits, stage.secret)) return 'right'
  return stage.wrong + 1 >= CODE_TRIES ? 'spent' : 'wrong'
}

/** Between two codes to one customer, and how many of them within an hour: mail is easily used to pester somebody else. */
const CODE_REST_MS = MINUTE_MS
const CODES_AN_HOUR = 3
const HOUR_MS = 60 * MINUTE_MS

/**
 * When the next code may be mailed; null: now.
 * @param sent when codes were mailed to the customer, in ms since 1970, oldest first
 */
export function nextCodeAt(sent: readonly number[], now: Date): Date | null {
  const recent = codesOfLastHour(sent, now)
  const last = recent.at(-1)
  const third = recent.at(-CODES_AN_HOUR)
  const restedAt = last === undefined ? 0 : last + CODE_REST_MS
  const allowedAt = Math.max(restedAt, third === undefined ? 0 : third + HOUR_MS)
  return allowedAt > now.getTime() ? new Date(allowedAt) : null
}

export function codesOfLastHour(sent: readonly number[], now: Date): readonly number[] {
  return sent.filter((at) => at > now.getTime() - HOUR_MS)
}
