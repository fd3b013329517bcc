/** A bigint: a number of this size skips every other id. Starts by the time, as a world may outlive its process. */
let last = 12_000_000_000_000_000n + BigInt(Date.now()) * 1000n

/** Unique; Telegram's look like this too. */
export function newMediaGroupId(): string {
  last += 1n
  return String(last)
}
