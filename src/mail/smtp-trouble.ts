/** What nodemailer's errors mean to one letter. https://nodemailer.com/usage/#error-codes */

export type SmtpTrouble =
  /** The server will not have this letter; asked again it would say the same. */
  | { readonly kind: 'refused'; readonly code: number }
  | { readonly kind: 'too-big' }
  /** It does not let us in, or does not take our sender: the owner's to mend. */
  | { readonly kind: 'log-in' | 'sender'; readonly code: number }
  /** Surely not taken. */
  | { readonly kind: 'away'; readonly why: string }
  /** Perhaps taken: the answer did not come. */
  | { readonly kind: 'lost'; readonly why: string }

interface SmtpError {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
}

/** Of a sender who is not logged in, and of a log-in that is refused. https://www.rfc-editor.org/rfc/rfc4954#section-6 */
const LOG_IN_CODES: readonly number[] = [530, 534, 535, 538]
/** https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3 */
const TOO_BIG = 552
/** For an address that could not even be said. */
const BAD_ADDRESS = 553

/** @param begun whether the letter itself was on its way: before that no server has taken it */
export function readSmtpError(error: unknown, begun: boolean): SmtpTrouble {
  const { code = 'unknown', responseCode = 0, command = '' } = error as SmtpError
  if (code === 'EAUTH' || LOG_IN_CODES.includes(responseCode)) {
    const isTemporary = responseCode >= 400 && responseCode < 500
    return isTemporary ? away(responseCode) : { kind: 'log-in', code: responseCode }
  }
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') {
    // A server that greets with 554 is away, as far as this letter goes.
    if (responseCode > 0) return away(responseCode)
    return begun ? { kind: 'lost', why: code } : away(code)
  }
  if (responseCode === 0)
    return code === 'EMESSAGE' ? { kind: 'too-big' } : { kind: 'refused', code: BAD_ADDRESS }
  if (responseCode < 500) return away(responseCode)
  if (responseCode === TOO_BIG && command !== 'RCPT TO') return { kind: 'too-big' }
  return { kind: command === 'MAIL FROM' ? 'sender' : 'refused', code: responseCode }
}

function away(why: string | number): SmtpTrouble {
  return { kind: 'away', why: String(why) }
}
