import type { Stores } from '../app/ports.ts'
import type { StaffGroups } from '../app/staff-groups.ts'
import type { GroupHome } from '../app/staff-ports.ts'
import type { NewInboxEvent } from '../delivery/inbox-event.ts'
import type { OutboxStore } from '../delivery/outbox-port.ts'

/** Of one group in one look: each ticket costs two or three of the group's 20 actions a minute, and people come first. */
const TICKETS_AT_ONCE = 3
/** While more than so many calls wait for a group, it gets no further tickets. */
const CALLS_WAITING = 6

export interface StrayDeps {
  readonly stores: Pick<Stores, 'threads'>
  readonly outbox: Pick<OutboxStore, 'depth'>
  readonly groups: StaffGroups
  readonly laneOfCustomer: (telegramId: number) => string
}

/**
 * Finds unfinished tickets whose group is no longer their own, in small portions. The database is searched after the start, as
 * long as there are some, and when a category belongs into another group than at the last look.
 */
export function createStraySearch(deps: StrayDeps): () => Promise<readonly NewInboxEvent[]> {
  let settled = ''
  return async () => {
    const homes = await deps.groups.homes()
    const now = JSON.stringify(homes)
    if (settled === now) return []
    const events: NewInboxEvent[] = []
    let isRest = false
    for (const home of homes) {
      const isBusy = (await deps.outbox.depth(home.chatId)) > CALLS_WAITING
      const found = isBusy ? [] : await strays(deps, home)
      isRest ||= isBusy || found.length > 0
      events.push(...found)
    }
    if (!isRest) settled = now
    return events
  }
}

async function strays(deps: StrayDeps, home: GroupHome): Promise<readonly NewInboxEvent[]> {
  const found = await deps.stores.threads.strayFrom(home, TICKETS_AT_ONCE)
  return found.map(({ ticketId, customerTelegramId }) => ({
    lane: deps.laneOfCustomer(customerTelegramId),
    body: { kind: 'due', job: 'settle-stray', data: ticketId },
  }))
}
