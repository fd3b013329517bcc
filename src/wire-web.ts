import type { Clock } from './delivery/ports.ts'
import { type Front, openFront } from './http/open-front.ts'
import { createIds } from './persistence/create-ids.ts'
import { privateLane } from './telegram/lane-of.ts'
import { type DeskOptions, type DeskParts, type Ground, LEADER, leaseClockOf } from './wire-desk.ts'

/**
 * Opens the port before anything else, so that whoever watches sees a process that lives while it waits for Telegram.
 * @returns null where the settings name no port
 * @throws PortUnavailableError
 */
export async function openWeb({ config, log }: DeskOptions, clock: Clock): Promise<Front | null> {
  const { port, webhook, apiTokens } = config
  return port === null ? null : openFront({ port, webhook, apiTokens, clock, log })
}

/** From now on the web sees the desk, and may bring it updates. */
export function showDesk(front: Front, ground: Ground, parts: DeskParts): void {
  const { transport, database, owner } = ground
  const { lanes, dispatcher, leader, updates } = parts
  front.show({
    view: {
      owner,
      leaderLease: LEADER,
      leaseNow: () => leaseClockOf(ground).now(),
      isLeader: () => leader.held,
      lanes: () => lanes.stats,
      telegram: () => ({
        lastOkAt: transport.lastOkAt,
        tokenRefused: transport.tokenRefused || dispatcher.stats.halted,
      }),
      ping: () => database.ping(),
      watch: database.watch,
    },
    take: updates.take,
    api: {
      stores: database.stores,
      requests: database.apiRequests,
      ids: createIds(),
      laneOfCustomer: privateLane,
      wake: (lane) => lanes.wake([lane]),
      isAway: database.isAway,
    },
  })
}
