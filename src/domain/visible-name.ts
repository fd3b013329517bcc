/** Marks of direction and signs without width: they would turn a line around, or make one name look like another. Joiners within emoji stay. */
const INVISIBLE = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** A name as it may stand within a line of ours: on one line, without signs that nobody sees. */
export function visibleName(name: string): string {
  return name.replace(INVISIBLE, '').trim().replace(/\s+/g, ' ')
}
