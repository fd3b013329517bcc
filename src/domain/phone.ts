/** https://www.itu.int/rec/T-REC-E.164: at most 15 digits; the shortest that can be called from elsewhere have seven. */
const DIGITS_MIN = 7
const DIGITS_MAX = 15
/** What people put between and around the digits. */
const WRITTEN = /^\+?[\d\s().‐-―-]+$/u

/** A number somebody can be called at, its digits with a plus where one was typed; null for anything else. */
export function readPhone(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:/iu, '')
  if (!WRITTEN.test(text)) return null
  const digits = text.replace(/\D/gu, '')
  if (digits.length < DIGITS_MIN || digits.length > DIGITS_MAX) return null
  return text.startsWith('+') ? `+${digits}` : digits
}
