import { createDispatcher, type Dispatcher } from './delivery/dispatcher.ts'
import type { Transport } from './delivery/ports.ts'
import { createDownloadDoor } from './files/download-door.ts'
import type { FileShelf } from './files/file-shelf.ts'
import { readFile } from './files/open-file.ts'
import { createMailDoor } from './mail/mail-door.ts'
import { createMailer, type Mailer } from './mail/mailer.ts'
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
    transport: onlyWhile(lead, withMail(ground, mailer, withDownloads(ground, shelf))),
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

/** Also without ATTACHMENTS=disk: copies that were promised before are made. */
function withDownloads({ transport, options }: Ground, shelf: FileShelf): Transport {
  return createDownloadDoor({ transport, shelf, filesUrl: filesUrlOf(options), log: options.log })
}

/** Also without a mail server: whoever waits for what was promised before is told. */
function withMail(ground: Ground, mailer: Mailer | null, transport: Transport): Transport {
  const { options, clock, textsFor, me } = ground
  const source = { transport, filesUrl: filesUrlOf(options) }
  return createMailDoor({
    transport,
    mailer,
    textsFor,
    timeZone: options.config.timeZone,
    bot: me.username,
    fetchFile: (fileId, atMost, signal) => readFile(source, fileId, atMost, signal),
    clock,
    log: options.log,
  })
}

function filesUrlOf({ config }: Ground['options']): string {
  return `${config.telegramApiRoot}/file/bot${config.botToken}`
}
