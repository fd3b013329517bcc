/** How long each is, milliseconds. */
const LENGTHS = { minute: 60_000, hour: 60 * 60_000, day: 24 * 60 * 60_000 }
export type LeapUnit = keyof typeof LENGTHS
export const LEAP_UNITS: readonly LeapUnit[] = ['minute', 'hour', 'day']

/** The server takes no longer leap. */
const LONGEST_DAYS = 31

/** Milliseconds. */
export function leapLength(amount: number, unit: LeapUnit): number {
  return Math.round(amount * LENGTHS[unit])
}

/** The most of a unit that one leap takes. */
export function longestLeap(unit: LeapUnit): number {
  return (LONGEST_DAYS * LENGTHS.day) / LENGTHS[unit]
}
