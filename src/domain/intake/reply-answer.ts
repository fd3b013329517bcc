import { readEmail } from '../email.ts'
import { readPhone } from '../phone.ts'
import type { Draft, KeptMessage } from './draft.ts'
import type { IntakeNote, IntakeOutcome } from './input.ts'
import {
  CODE_DIGITS,
  CODE_TRIES,
  type CodeSecret,
  type CodeStage,
  checkCode,
  nextCodeAt,
  type ReplyStage,
  type ReplyWish,
} from './reply-wish.ts'
import { TAP } from './tapped.ts'

/** What is known beside the draft while the customer says how to answer. */
export interface ReplyGround {
  readonly now: Date
  readonly sendsMail: boolean
  /** The customer's confirmed address. */
  readonly email: string | null
  /** When codes were mailed to them lately, in ms since 1970, oldest first. */
  readonly codesSent: readonly number[]
  readonly isCode: (digits: string, secret: CodeSecret) => boolean
}

/** Where nothing is known: the chat, or a call. */
export const CHAT_OR_CALL: ReplyGround = {
  now: new Date(0),
  sendsMail: false,
  email: null,
  codesSent: [],
  isCode: () => false,
}

/** A text longer than any address or number tells something: it belongs to the description. */
const ANSWER_MAX = 80
/** "My address is …" is an answer, and so is an address mistyped; more words than these are a story. */
const WORDS_WITH_ADDRESS = 6
const WORDS_WITHOUT = 3

/** A tap at the question of how to answer. */
export function tappedReply(draft: Draft, value: string, ground: ReplyGround): IntakeOutcome {
  const stage = stageOf(draft)
  if (stage.at === 'choice') return value === TAP.back ? leave(draft) : tappedChoice(draft, value, ground)
  // Not the button that leads out of the choice: one that is tapped twice goes one step back.
  if (value === TAP.otherWay) return at(draft, { at: 'choice' })
  if (stage.at !== 'code') return staleTap(draft)
  if (value === TAP.otherAddress) return at(draft, { at: 'address' })
  return value === TAP.codeAgain ? askForCode(draft, stage.email, ground) : staleTap(draft)
}

function tappedChoice(draft: Draft, value: string, { sendsMail, email }: ReplyGround): IntakeOutcome {
  if (value === TAP.chatOnly) {
    const { reply: _, ...rest } = draft
    return leave(rest)
  }
  if (value === TAP.call) return at(draft, { at: 'phone' })
  if (value === TAP.mail && sendsMail) return at(draft, { at: 'address' })
  if (value !== TAP.myMail || !sendsMail || email === null) return staleTap(draft)
  return leave({ ...draft, reply: { channel: 'email', to: email } })
}

/** A text typed at that question; null: it tells something else, and goes where such a text always goes. */
export function typedReply(draft: Draft, typed: string, ground: ReplyGround): IntakeOutcome | null {
  const stage = stageOf(draft)
  if (tellsMore(typed)) return null
  switch (stage.at) {
    case 'choice': {
      const reading = readEmail(typed)
      return ground.sendsMail && reading.kind === 'address'
        ? askForCode(draft, reading.address, ground)
        : null
    }
    case 'address':
      return typedAddress(draft, typed, ground)
    case 'code':
      return typed.includes('@') ? typedAddress(draft, typed, ground) : typedCode(draft, stage, typed, ground)
    case 'phone': {
      const number = readPhone(typed)
      if (number === null) return { draft, note: { kind: 'phone-wrong', typed } }
      return leave({ ...draft, reply: { channel: 'call', to: number } })
    }
    default:
      return stage satisfies never
  }
}

/** A contact that was shared where a number is asked for; null: it is something else. */
export function sharedReply(draft: Draft, { content }: KeptMessage): IntakeOutcome | null {
  if (stageOf(draft).at !== 'phone' || content.kind !== 'contact') return null
  const number = readPhone(content.phoneNumber)
  return number === null ? null : leave({ ...draft, reply: { channel: 'call', to: number } })
}

/** The draft once a code is on its way to an address. */
export function codeMailed(draft: Draft, email: string, secret: CodeSecret, now: Date): Draft {
  return { ...draft, replyStage: { at: 'code', email, secret, sentAt: now.getTime(), wrong: 0 } }
}

/** The way that was chosen, as far as it can still be gone: mail may have been switched off since. */
export function replyWishOf(draft: Draft, sendsMail: boolean): ReplyWish | null {
  return draft.reply === undefined || (draft.reply.channel === 'email' && !sendsMail) ? null : draft.reply
}

export function stageOf(draft: Draft): ReplyStage {
  return draft.replyStage ?? { at: 'choice' }
}

function tellsMore(typed: string): boolean {
  const words = typed.match(/\p{L}{3,}/gu)?.length ?? 0
  return typed.length > ANSWER_MAX || words > (typed.includes('@') ? WORDS_WITH_ADDRESS : WORDS_WITHOUT)
}

function typedAddress(draft: Draft, typed: string, ground: ReplyGround): IntakeOutcome {
  const reading = readEmail(typed)
  if (reading.kind === 'address') return askForCode(draft, reading.address, ground)
  return { draft, note: { kind: 'email-wrong', fault: reading.fault, typed } }
}

function askForCode(draft: Draft, email: string, { email: confirmed, codesSent, now }: ReplyGround) {
  if (email === confirmed) return leave({ ...draft, reply: { channel: 'email', to: email } })
  const allowedAt = nextCodeAt(codesSent, now)
  if (allowedAt === null) return { draft, note: null, mailCodeTo: email }
  const seconds = Math.ceil((allowedAt.getTime() - now.getTime()) / 1_000)
  return { draft, note: { kind: 'code-later', seconds } as const }
}

function typedCode(draft: Draft, stage: CodeStage, typed: string, ground: ReplyGround): IntakeOutcome {
  const digits = typed.normalize('NFKC').replace(/\D/gu, '')
  if (digits.length !== CODE_DIGITS) return { draft, note: { kind: 'code-form' } }
  const verdict = checkCode(stage, digits, ground)
  if (verdict === 'right') {
    const { email: to } = stage
    const note = { kind: 'email-confirmed' } as const
    return { ...leave({ ...draft, reply: { channel: 'email', to } }), note, confirmedEmail: to }
  }
  if (verdict === 'expired') return { draft, note: { kind: 'code-expired' } }
  const wrong = Math.min(stage.wrong + 1, CODE_TRIES)
  const note: IntakeNote =
    verdict === 'spent' ? { kind: 'code-spent' } : { kind: 'code-wrong', left: CODE_TRIES - wrong }
  return { draft: { ...draft, replyStage: { ...stage, wrong } }, note }
}

function at(draft: Draft, replyStage: ReplyStage): IntakeOutcome {
  return { draft: { ...draft, replyStage }, note: null }
}

/** Back to the review. */
function leave(draft: Draft): IntakeOutcome {
  const { replyStage: _, ...rest } = draft
  return { draft: { ...rest, editing: null }, note: null }
}

function staleTap(draft: Draft): IntakeOutcome {
  return { draft, note: { kind: 'stale-tap' } }
}
