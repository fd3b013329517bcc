import { join } from 'node:path'
import type { ReportOrder } from './app/report-order.ts'
import { createDispatcher, type Dispatcher } from './delivery/dispatcher.ts'
import type { Transport } from './delivery/ports.ts'
import { createDownloadDoor } from './files/download-door.ts'
import { createExportDoor } from './files/export-door.ts'
import type { FileShelf } from './files/file-shelf.ts'
import { type FileSource, readFile } from './files/open-file.ts'
import { createReportDoor } from './files/report-door.ts'
import { createEventsDoor } from './http/events-door.ts'
import { createMailDoor } from './mail/mail-door.ts'
import { createMailer, type Mailer } from './mail/mailer.ts'
import { fetchPhoto, type PhotoToFetch } from './photos/fetch-photo.ts'
import { createPhotoDoor } from './photos/photo-door.ts'
import { readExport } from './reports/customer-export.ts'
import { makeReport } from './reports/make-report.ts'
import { createOrderDoor } from './shop/order-door.ts'
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

/** What calls lead to besides Telegram. */
export interface Beyond {
  readonly shelf: FileShelf
  /** Null: no mail server is set. */
  readonly mailer: Mailer | null
}

export function wireMailer({ config }: Ground['options']): Mailer | null {
  return config.mail === null ? null : createMailer(config.mail)
}

export function wireDispatcher(
  ground: Ground,
  lead: Lead,
  { shelf, mailer }: Beyond,
  onReports: (lanes: readonly string[]) => void,
): Dispatcher {
  const { limits, timeoutMs, backoff, log, onTokenRevoked } = ground.options
  return createDispatcher({
    outbox: ground.database.outbox,
    sender: ground.owner,
    maySend: lead.isOurs,
    mayJudge: lead.mayJudge,
    lookEveryMs: LOOK_EVERY_MS[ground.database.provider],
    transport: onlyWhile(lead, withDoors(ground, lead, shelf, mailer)),
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
 * The methods of ours. Also those that are switched off: what was promised before is done, or whoever waits for it is told. The lead
 * may be lost while an export is made, so it is asked again before that is sent.
 */
function withDoors(ground: Ground, lead: Lead, shelf: FileShelf, mailer: Mailer | null): Transport {
  const { options, clock, textsFor, me, database } = ground
  const { telegramApiRoot, botToken, orderLookupUrl: url, linkSecret: secret, timeZone } = options.config
  const { log, catalog } = options
  const now = () => clock.now()
  const source = {
    transport: onlyWhile(lead, ground.transport),
    filesUrl: `${telegramApiRoot}/file/bot${botToken}`,
  }
  const downloads = createDownloadDoor({ ...source, shelf, log })
  const photos = createPhotoDoor({ ...source, transport: downloads, log })
  const shop = url === null || secret === null ? null : { url, secret }
  const orders = createOrderDoor({ transport: photos, shop, now, log })
  const exported = { stores: database.stores, textsFor, catalog, timeZone, now }
  const exports = createExportDoor({
    ...source,
    transport: orders,
    shelf,
    log,
    dataDir: options.config.database.dataDir,
    read: (customerId) => readExport(exported, customerId),
  })
  const reports = wireReports(ground, { ...source, transport: exports }, shelf)
  const letters = createMailDoor({
    transport: reports,
    mailer,
    textsFor,
    timeZone,
    bot: me.username,
    fetchFile: (fileId, atMost, signal) => readFile(source, fileId, atMost, signal),
    clock,
    log,
  })
  return createEventsDoor({ transport: letters, events: options.config.events, now, log })
}

/** @param source a transport that calls while the lead is ours, and where Telegram's files are */
function wireReports(ground: Ground, source: FileSource, shelf: FileShelf): Transport {
  const { options, clock, textsFor, database } = ground
  const { config, catalog, log } = options
  const { dataDir } = config.database
  const findCopy = async (fileUniqueId: string) => {
    const copy = await shelf.find(fileUniqueId)
    return copy && join(dataDir, copy.path)
  }
  const deps = {
    stores: database.stores,
    t: textsFor(config.defaultLanguage),
    catalog,
    timeZone: config.timeZone,
    now: () => clock.now(),
    log,
    fetchPhoto: (photo: PhotoToFetch, signal?: AbortSignal) =>
      fetchPhoto({ ...source, findCopy }, photo, signal),
  }
  const { transport } = source
  // Only we have put it into the outbox.
  const make = (order: object, signal?: AbortSignal) => makeReport(deps, order as ReportOrder, signal)
  return createReportDoor({ transport, dataDir, make, log })
}
