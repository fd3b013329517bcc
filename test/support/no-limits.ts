import type { SendLimits } from '../../src/delivery/rate-limits.ts'

/** Stories don't wait for Telegram's limits; those have tests of their own. */
export const NO_LIMITS: SendLimits = {
  bot: { actions: 100_000, perMs: 1 },
  privateChat: { burst: 100_000, perMs: 1 },
  group: { actions: 100_000, perMs: 1 },
}
