import { createDispatcher, type Dispatcher } from './delivery/dispatcher.ts'
import type { Transport } from './delivery/ports.ts'
import { createDownloadDoor } from './files/download-door.ts'
import { createExportDoor } from './files/export-door.ts'
import type { FileShelf } from './files/file-shelf.ts'
import { readExport } from './reports/customer-export.ts'
import { newsOfMove } from './telegram/handle-due.ts'
import { laneOfChat } from './telegram/lane-of.ts'
import type { Ground } from './wire-desk.ts'

/** Several processes look so often for what the others put into the database. Milliseconds. */
export const LOOK_EVERY_MS = { sqlite: 1_000, postgresql: 250 } as const
/** Asked at the very moment it matters. */
export interface Lead {
  readonly isOurs: () => boolean
  readonly mayJudge: () => boolean
}

/** The last question before the network: whoever was away, and is not the leader any more, makes no call of the leader's. */
export function onlyWhile(lead: Lead, transport: Transport): Transport {
  return {
    call: async (method, payload, signal) =>
      lead.isOurs()
        ? await transport.call(method, payload, signal)
        : { kind: 'not-sent', description: 'The lease has run out' },
  }
}

export function wireDispatcher(
  ground: Ground,
  lead: Lead,
  shelf: FileShelf,
  onReports: (lanes: readonly string[]) => void,
): Dispatcher {
  const { limits, timeoutMs, backoff, log, onTokenRevoked } = ground.options
  return createDispatcher({
    outbox: ground.database.outbox,
    sender: ground.owner,
    maySend: lead.isOurs,
    mayJudge: lead.mayJudge,
    lookEveryMs: LOOK_EVERY_MS[ground.database.provider],
    transport: onlyWhile(lead, withDoors(ground, lead, shelf)),
    clock: ground.clock,
    log,
    meters: ground.meters,
    laneOfChat,
    onReports,
    newsOfMove: (chatId, movedTo) => [newsOfMove(chatId, movedTo)],
    ...(limits === undefined ? {} : { limits }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(backoff === undefined ? {} : { backoff }),
    ...(onTokenRevoked === undefined ? {} : { onTokenRevoked }),
  })
}

/**
 * What is done in other ways than by one call. Copies are made also without ATTACHMENTS=disk, where they were promised before. The
 * lead may be lost while an export is made, so it is asked again before that is sent.
 */
function withDoors(ground: Ground, lead: Lead, shelf: FileShelf): Transport {
  const { options, database, textsFor, clock } = ground
  const { telegramApiRoot, botToken, timeZone, database: location } = options.config
  const filesUrl = `${telegramApiRoot}/file/bot${botToken}`
  const common = { shelf, filesUrl, log: options.log }
  const now = () => clock.now()
  const deps = { stores: database.stores, textsFor, catalog: options.catalog, timeZone, now }
  return createExportDoor({
    ...common,
    transport: createDownloadDoor({ ...common, transport: onlyWhile(lead, ground.transport) }),
    dataDir: location.dataDir,
    read: (customerId) => readExport(deps, customerId),
  })
}
