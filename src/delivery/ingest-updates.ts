import { UnavailableError } from '../domain/errors.ts'
import type { NewInboxEvent } from './inbox-event.ts'
import type { Door, Meters } from './meters.ts'
import type { Clock, InboxStore, Log } from './ports.ts'

/** What ingest needs to know of Telegram's update. https://core.telegram.org/bots/api#update */
export interface Update {
  readonly update_id: number
  readonly [key: string]: unknown
}

/** Where updates go that nobody can read, so that they are kept and reported instead of blocking the rest. */
const UNREADABLE_LANE = 'unreadable'

export interface Ingest {
  readonly botId: number
  readonly inbox: Pick<InboxStore, 'ingest'>
  readonly clock: Clock
  readonly log: Log
  readonly meters?: Meters
  readonly door: Door
  readonly laneOf: (update: Update) => string
  readonly onStored: (lanes: readonly string[], updates: readonly Update[]) => void
}

/**
 * Stores a batch of updates in one commit; a door for polling and for a webhook alike.
 * @returns the updates that may now be confirmed to Telegram
 * @throws what the store throws when it takes none of them
 */
export async function ingestUpdates(ingest: Ingest, batch: readonly unknown[]): Promise<readonly Update[]> {
  const updates = batch.filter(isUpdate)
  if (updates.length < batch.length)
    ingest.log.error({ batch: batch.length, updates: updates.length }, 'Updates without an id dropped')
  if (updates.length === 0) return updates
  const lanes = await storeAll(ingest, updates)
  for (const update of updates) noteReceived(ingest, update)
  try {
    ingest.onStored(lanes, updates)
  } catch (error) {
    ingest.log.error({ err: error }, 'A listener of new updates threw')
  }
  return updates
}

function noteReceived({ log, meters, door }: Ingest, update: Update): void {
  const kind = Object.keys(update).find((name) => name !== 'update_id') ?? 'none'
  meters?.received(door, kind)
  log.debug({ updateId: update.update_id, door }, 'Update stored')
}

function isUpdate(value: unknown): value is Update {
  return (
    typeof value === 'object' &&
    value !== null &&
    'update_id' in value &&
    Number.isSafeInteger(value.update_id)
  )
}

async function storeAll(ingest: Ingest, updates: readonly Update[]): Promise<readonly string[]> {
  const { inbox, botId, clock } = ingest
  const events = updates.map((update) => toEvent(ingest, update))
  try {
    return await inbox.ingest(botId, events, clock.now())
  } catch (error) {
    if (error instanceof UnavailableError) throw error
    // Perhaps one of them is to blame: alone, the others are stored.
    const lanes: string[] = []
    for (const event of events) lanes.push(...(await storeAlone(ingest, event, error)))
    return [...new Set(lanes)]
  }
}

async function storeAlone(ingest: Ingest, event: NewInboxEvent, cause: unknown): Promise<readonly string[]> {
  const { inbox, botId, clock, log } = ingest
  try {
    return await inbox.ingest(botId, [event], clock.now())
  } catch (error) {
    // A database that is away says nothing about the update.
    if (error instanceof UnavailableError) throw error
    // What the store refuses as it is goes in wrapped.
    const lanes = await inbox.ingest(botId, [wrapped(event)], clock.now())
    log.error({ err: error, cause }, 'An update could only be stored as unreadable')
    return lanes
  }
}

function wrapped(event: NewInboxEvent): NewInboxEvent {
  if (event.body.kind !== 'update') return event
  const { update } = event.body
  const unreadable = asText(update)
  return {
    lane: UNREADABLE_LANE,
    body: { kind: 'update', update: { update_id: update.update_id, unreadable } },
  }
}

/** Even nested deeper than JSON can be written it must not be asked for again and again. */
function asText(update: object): string {
  try {
    return Buffer.from(JSON.stringify(update)).toString('base64')
  } catch {
    return ''
  }
}

function toEvent(ingest: Ingest, update: Update): NewInboxEvent {
  const body = { kind: 'update', update } as const
  try {
    return { lane: ingest.laneOf(update), body }
  } catch (error) {
    ingest.log.error({ err: error, updateId: update.update_id }, 'No lane for an update')
    return { lane: UNREADABLE_LANE, body }
  }
}
