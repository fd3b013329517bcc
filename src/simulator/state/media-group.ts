/** A bigint: a number of this size skips every other id. */
let last = 13_900_000_000_000_000n

/** Unique in the process; Telegram's look like this too. */
export function newMediaGroupId(): string {
  last += 1n
  return String(last)
}
