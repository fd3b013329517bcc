import type { InlineKeyboardButton } from 'grammy/types'
import type { Draft } from '../../domain/intake/draft.ts'
import { replyWishOf, stageOf } from '../../domain/intake/reply-answer.ts'
import { CODE_DIGITS, CODE_VALID_MINUTES } from '../../domain/intake/reply-wish.ts'
import { TAP } from '../../domain/intake/tapped.ts'
import type { Texts } from '../../texts/texts.ts'

/** Which ways of answering there are beside the chat. */
export interface ReplyWays {
  readonly sendsMail: boolean
  /** The customer's confirmed address. */
  readonly email: string | null
}

/** How to answer: the ways, then whatever the chosen one needs. */
export function askReply(t: Texts, draft: Draft): string {
  const stage = stageOf(draft)
  switch (stage.at) {
    case 'choice':
      return t.html('ask-reply')
    case 'address':
      return t.html('ask-reply-address')
    case 'code':
      return t.html('ask-reply-code', {
        email: stage.email,
        digits: CODE_DIGITS,
        minutes: CODE_VALID_MINUTES,
      })
    case 'phone':
      return t.html('ask-reply-phone')
    default:
      return stage satisfies never
  }
}

/** @param labelled makes a button of this question, of its words and its value */
export function replyRows(
  t: Texts,
  draft: Draft,
  { sendsMail, email }: ReplyWays,
  labelled: (label: string, value: string) => InlineKeyboardButton,
): readonly (readonly InlineKeyboardButton[])[] {
  const tap = (key: string, value: string) => labelled(t.plain(key), value)
  const cancel = tap('button-cancel', TAP.cancel)
  const stage = stageOf(draft)
  if (stage.at === 'choice') {
    const mine = email === null ? [] : [[labelled(t.plain('button-reply-my-mail', { email }), TAP.myMail)]]
    const typed = tap(email === null ? 'button-reply-mail' : 'button-reply-other-mail', TAP.mail)
    return [
      [tap('button-reply-chat', TAP.chatOnly)],
      ...(sendsMail ? [...mine, [typed]] : []),
      [tap('button-reply-call', TAP.call)],
      [tap('button-back', TAP.back), cancel],
    ]
  }
  const again =
    stage.at === 'code'
      ? [[tap('button-code-again', TAP.codeAgain)], [tap('button-other-address', TAP.otherAddress)]]
      : []
  return [...again, [tap('button-back', TAP.otherWay), cancel]]
}

/** The chosen way on the review; nothing where it is the chat alone. */
export function reviewReply(t: Texts, draft: Draft, { sendsMail }: ReplyWays): readonly string[] {
  const wish = replyWishOf(draft, sendsMail)
  if (wish === null) return []
  return [t.html(wish.channel === 'email' ? 'review-reply-mail' : 'review-reply-call', { value: wish.to })]
}
