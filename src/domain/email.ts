/** Addresses of e-mail, as people type them. */

/** Why what was typed can't be written to: each has its sentence. */
export type EmailFault = 'none' | 'several' | 'cyrillic' | 'domain' | 'form'

export type EmailReading =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'fault'; readonly fault: EmailFault }

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 */
const LOCAL_MAX = 64
const ADDRESS_MAX = 254
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const LAST_LABEL = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/
/** What may be an address, with neither the brackets nor the words around it. */
const CANDIDATE = /[^\s<>()[\],;:"«»]+@[^\s<>()[\],;:"«»]*/gu
const CYRILLIC = /\p{Script=Cyrillic}/u

/**
 * Reads the one address in a text, forgiving what is no part of it: `mailto:`, brackets, a name, words around it, a full stop at
 * its end, spaces about the @.
 */
export function readEmail(typed: string): EmailReading {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s*@\s*/gu, '@')
  const found = new Set([...text.matchAll(CANDIDATE)].map(([candidate]) => tidy(candidate)))
  const [candidate, ...others] = found
  if (candidate === undefined) return fault('none')
  return others.length > 0 ? fault('several') : readAddress(candidate)
}

/** `?`: a link to an address may bring a subject along. */
function tidy(candidate: string): string {
  const [local = '', ...rest] = candidate.split('@')
  const domain = rest.join('@').replace(/[?/].*$/su, '')
  return `${local.replace(/^[.']+/u, '')}@${domain.replace(/[.!…']+$/u, '').toLowerCase()}`
}

function readAddress(candidate: string): EmailReading {
  const [local = '', written = '', ...more] = candidate.split('@')
  if (more.length > 0 || local === '') return fault('form')
  const domain = inLatin(written)
  if (CYRILLIC.test(local) || CYRILLIC.test(domain)) return fault('cyrillic')
  const labels = domain.split('.')
  const last = labels.at(-1) ?? ''
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || !LAST_LABEL.test(last))
    return fault('domain')
  const address = `${local}@${domain}`
  if (!LOCAL.test(local) || local.length > LOCAL_MAX || address.length > ADDRESS_MAX) return fault('form')
  return { kind: 'address', address }
}

/** A domain that ends in .рф or the like is Cyrillic on purpose; in any other such a letter is a slip of the keyboard. */
function inLatin(domain: string): string {
  if (!/\.\p{Script=Cyrillic}+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return domain
  return new URL(`http://${domain}`).hostname
}

function fault(kind: EmailFault): EmailReading {
  return { kind: 'fault', fault: kind }
}

/** The address for eyes that need not see all of it: `a…@mail.ru`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  return `${[...address.slice(0, at)][0] ?? ''}…${address.slice(at)}`
}
