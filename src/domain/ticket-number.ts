/** Ticket numbers: random digits, so that nobody can guess a neighbour's; short, so that they can be said on the phone. */

const SHORT_DIGITS = 6
const LONG_DIGITS = 8
/** With a million numbers, a third collision in a row means that six digits are running out. */
const SHORT_TRIES = 3

/**
 * A number for the `attempt`-th try (from 0): six digits at first, eight after {@link SHORT_TRIES} collisions; never a leading zero.
 * @param randomBelow a whole number from 0 to below its argument
 */
export function draftTicketNumber(attempt: number, randomBelow: (below: number) => number): string {
  const digits = attempt < SHORT_TRIES ? SHORT_DIGITS : LONG_DIGITS
  const floor = 10 ** (digits - 1)
  return String(floor + randomBelow(9 * floor))
}

/** As people see it: `482-913`, `4829-1357`. */
export function formatTicketNumber(number: string): string {
  const half = number.length / 2
  return `${number.slice(0, half)}-${number.slice(half)}`
}

/** The number in what a person typed (`№ 482-913`, `#482913`, `482 913`), or null. */
export function readTicketNumber(typed: string): string | null {
  const digits = typed.replace(/^\s*(?:№|#|n[o°]?\.?)?\s*/i, '').replace(/[\s\-–—]/g, '')
  return /^[1-9]\d{5}$|^[1-9]\d{7}$/.test(digits) ? digits : null
}
