let mediaGroups = 0

/** Unique in the process; Telegram's look like this too. */
export function newMediaGroupId(): string {
  mediaGroups += 1
  return String(13_900_000_000_000_000 + mediaGroups)
}
