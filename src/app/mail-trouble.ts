/** Why a letter does not arrive, as the dispatcher hands it from the door to those who are told. */
export type MailTrouble =
  /** The server will not have it; `code` is its own. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Nobody took it for so long that it is given up. */
  | { readonly kind: 'no-answer' }
  /** The settings name no mail server any more. */
  | { readonly kind: 'off' }

export const MAIL_IS_OFF = 'No mail server is set'

/** Nothing but the code: what servers answer may hold the address. */
export function describeRefusal(code: number): string {
  return `The mail server refused the letter (${code})`
}

export function readMailTrouble(description: string): MailTrouble {
  if (description === MAIL_IS_OFF) return { kind: 'off' }
  const code = /refused the letter \((\d{3})\)/.exec(description)?.[1]
  return code === undefined ? { kind: 'no-answer' } : { kind: 'refused', code }
}
