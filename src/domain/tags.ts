/** Words by which agents sort tickets. */

/** In characters. */
export const TAG_MAX = 24
/** Of one ticket. */
export const TAGS_MAX = 10

/** What an agent asks for: `доставка -срочно` puts one tag on and takes the other off. */
export interface TagWish {
  readonly add: readonly string[]
  readonly remove: readonly string[]
  /** What can be no tag, as it was typed. */
  readonly refused: readonly string[]
}

export function readTagWish(typed: string): TagWish {
  const add = new Set<string>()
  const remove = new Set<string>()
  const refused: string[] = []
  for (const word of typed.split(/[\s,;]+/).filter((one) => one !== '')) {
    const takesOff = /^[-–—]/.test(word)
    const tag = readTag(takesOff ? word.slice(1) : word)
    if (tag === null) {
      refused.push(word)
      continue
    }
    // Said twice, the last word counts.
    const [into, outOf] = takesOff ? [remove, add] : [add, remove]
    into.add(tag)
    outOf.delete(tag)
  }
  return { add: [...add], remove: [...remove], refused }
}

/** The tag in what was typed (`#Доставка` → `доставка`), or null. */
function readTag(word: string): string | null {
  const tag = word.replace(/^[#+]/, '').normalize('NFC').toLowerCase()
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(tag) && [...tag].length <= TAG_MAX ? tag : null
}

/** The tags after the wish, in the order of the alphabet; null: they would be more than {@link TAGS_MAX}. */
export function tagsAfter(before: readonly string[], wish: TagWish): readonly string[] | null {
  const after = new Set(before)
  for (const tag of wish.remove) after.delete(tag)
  for (const tag of wish.add) after.add(tag)
  const isMore = after.size > before.length
  return isMore && after.size > TAGS_MAX ? null : [...after].sort()
}
