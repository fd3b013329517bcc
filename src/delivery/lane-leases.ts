import type { Clock, InboxStore, LaneLease } from './ports.ts'

/** The leases this process holds. They are kept until they expire, so that a busy lane costs no write an event. */
export interface LaneLeases {
  /** A lease with at least half of its time left; null when another owner works the lane. */
  hold(lane: string): Promise<LaneLease | null>
  /** Asks the store again, whatever is remembered. */
  renew(lane: string): Promise<LaneLease | null>
  /** Drops the expired ones from memory. */
  forgetExpired(): void
  releaseAll(): Promise<void>
}

export function createLaneLeases(
  inbox: Pick<InboxStore, 'claimLane' | 'releaseLane'>,
  clock: Clock,
  owner: string,
  leaseMs: number,
): LaneLeases {
  const leases = new Map<string, LaneLease>()

  const leftOf = (lease: LaneLease) => lease.until.getTime() - clock.now().getTime()

  const renew = async (lane: string) => {
    leases.delete(lane)
    const lease = await inbox.claimLane(lane, owner, clock.now(), leaseMs)
    if (lease) leases.set(lane, lease)
    return lease
  }

  return {
    hold: async (lane) => {
      const lease = leases.get(lane)
      return lease && leftOf(lease) > leaseMs / 2 ? lease : await renew(lane)
    },
    renew,
    forgetExpired: () => {
      for (const [lane, lease] of leases) if (leftOf(lease) <= 0) leases.delete(lane)
    },
    releaseAll: async () => {
      const held = [...leases.values()]
      leases.clear()
      for (const lease of held) await inbox.releaseLane(lease)
    },
  }
}
