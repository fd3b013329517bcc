/**
 * Marks of direction, signs without width, and letters that show nothing (fillers of Hangul, the empty pattern of Braille): they would
 * turn a line around, or make one name look like another, or like none. What joins emoji stays.
 */
const INVISIBLE =
  /(?!\u200C|\u200D|\p{Variation_Selector}|[\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}|\u2800/gu
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u

/** A name as it may stand within a line of ours: on one line, without signs that nobody sees. Empty where nothing of it is seen. */
export function visibleName(name: string): string {
  const seen = name.replace(INVISIBLE, '').trim().replace(/\s+/g, ' ')
  return SEEN.test(seen) ? seen : ''
}
