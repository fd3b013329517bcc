import type { LaneLease } from '../delivery/ports.ts'
import { type Client, prismaErrorCode } from './client.ts'
import { silentAmong } from './processes.ts'

/** Waiting events looked at before the lanes of a long backlog are counted out by the database. */
const FIRST_LOOK = 200

/** No lease of a lane is given for longer. Milliseconds. */
const LONGEST_LEASE_MS = 60_000

/**
 * When a lease that holds at `now` may end. One that ends later was given by a clock that has been set back since: nobody is to wait
 * for that. Should its owner live all the same, the fence keeps it from writing.
 */
function credibleEnd(now: Date): { readonly gt: Date; readonly lte: Date } {
  return { gt: now, lte: new Date(now.getTime() + LONGEST_LEASE_MS) }
}

/** See InboxStore.claimLane. */
export async function claimLane(
  client: Client,
  lane: string,
  owner: string,
  now: Date,
  forMs: number,
): Promise<LaneLease | null> {
  const until = new Date(now.getTime() + forMs)
  const lease = (fence: number): LaneLease => ({ lane, owner, fence, until })
  const known = await client.lane.findUnique({ where: { key: lane } })
  if (known) {
    const { gt, lte } = credibleEnd(now)
    const holds = known.leaseUntil > gt && known.leaseUntil <= lte
    const isFree = !holds || (known.owner !== owner && (await isSilent(client, known.owner, now)))
    if (!isFree && known.owner !== owner) return null
    // Whoever comes first changes the fence or the owner, and the other finds no such row.
    const fence = isFree ? known.fence + 1 : known.fence
    const { count } = await client.lane.updateMany({
      where: { key: lane, owner: known.owner, fence: known.fence, leaseUntil: known.leaseUntil },
      data: { owner, leaseUntil: until, fence },
    })
    return count === 1 ? lease(fence) : null
  }
  try {
    await client.lane.createMany({
      data: [{ key: lane, owner, fence: 1, leaseUntil: until, blockedUntil: null }],
    })
    return lease(1)
  } catch (error) {
    if (prismaErrorCode(error) === 'P2002') return null
    throw error
  }
}

/** See InboxStore.releaseLane. */
export async function releaseLane(client: Client, lease: LaneLease): Promise<void> {
  await client.lane.updateMany({
    where: { key: lease.lane, owner: lease.owner, fence: lease.fence },
    data: { leaseUntil: new Date(0) },
  })
}

/** See InboxStore.lanesWithWork. */
export async function lanesWithWork(
  client: Client,
  owner: string,
  now: Date,
  limit: number,
): Promise<readonly string[]> {
  const first = await client.inboxEvent.findMany({
    where: { status: 'waiting' },
    orderBy: { seq: 'asc' },
    take: FIRST_LOOK,
    select: { lane: true },
  })
  const lanes = [...new Set(first.map((row) => row.lane))]
  const free = await leaveOutBusy(client, lanes, owner, now)
  if (first.length < FIRST_LOOK || free.length >= limit) return free.slice(0, limit)

  // A backlog of a few lanes hides the rest.
  const more = await client.inboxEvent.groupBy({
    by: 'lane',
    where: { status: 'waiting', lane: { notIn: lanes } },
    orderBy: { _min: { seq: 'asc' } },
    take: limit + FIRST_LOOK,
  })
  const rest = await leaveOutBusy(
    client,
    more.map((row) => row.lane),
    owner,
    now,
  )
  return [...free, ...rest].slice(0, limit)
}

async function leaveOutBusy(
  client: Client,
  lanes: readonly string[],
  owner: string,
  now: Date,
): Promise<readonly string[]> {
  if (lanes.length === 0) return []
  const busy = await client.lane.findMany({
    where: {
      key: { in: [...lanes] },
      OR: [{ blockedUntil: { gt: now } }, { leaseUntil: credibleEnd(now), owner: { not: owner } }],
    },
    select: { key: true, owner: true, blockedUntil: true },
  })
  const isPostponed = (lane: (typeof busy)[number]) => lane.blockedUntil !== null && lane.blockedUntil > now
  const others = busy.filter((lane) => !isPostponed(lane)).map((lane) => lane.owner)
  const silent = await silentAmong(client, others, now)
  const keys = new Set(
    busy.filter((lane) => isPostponed(lane) || !silent.has(lane.owner)).map((row) => row.key),
  )
  return lanes.filter((lane) => !keys.has(lane))
}

/** What a process that fell silent held is free at once: a lease outlives its owner for as long as a customer would wait for it. */
async function isSilent(client: Client, owner: string, now: Date): Promise<boolean> {
  return (await silentAmong(client, [owner], now)).has(owner)
}
