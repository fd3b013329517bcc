import type { FailedAnswer } from './classify-failure.ts'

/** Methods that a Bot API server of the owner's own may be too old for. */
const NEWER_METHODS: readonly string[] = ['sendRichMessage']
const TOO_OLD = /method not found|can't parse|must be used|unsupported|not supported/i

/** A server that is too old for a method refuses all of its calls; so long none of them is tried. Milliseconds. */
export const TOO_OLD_FOR_MS = 10 * 60_000

/** Does the answer tell that the server does not know the method, or not the parameters we need of it? */
export function isTooNew(method: string, answer: FailedAnswer): boolean {
  if (!NEWER_METHODS.includes(method) || answer.kind !== 'error') return false
  return answer.code === 404 || (answer.code === 400 && TOO_OLD.test(answer.description))
}
