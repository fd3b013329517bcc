import type { Refusal } from '../../playground/refusal.ts'

/** A sentence for each reason to refuse, with what it names; a language that lacks one does not compile. */
export type RefusalWords = { readonly [R in Refusal as R['reason']]: (refusal: R) => string }

export function sayRefusal(words: RefusalWords, refusal: Refusal): string {
  const say = words[refusal.reason] as (refusal: Refusal) => string
  return say(refusal)
}
