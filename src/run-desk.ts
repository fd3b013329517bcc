import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { DeskRules } from './app/desk.ts'
import type { Config } from './config/config.ts'
import type { Backoff } from './delivery/backoff.ts'
import { createDispatcher } from './delivery/dispatcher.ts'
import type { InboxEvent } from './delivery/inbox-event.ts'
import { createLaneWorker } from './delivery/lanes.ts'
import { createLeaseKeeper } from './delivery/lease-keeper.ts'
import { createPoller } from './delivery/poll-updates.ts'
import type { Clock, Log } from './delivery/ports.ts'
import type { SendLimits } from './delivery/rate-limits.ts'
import { createSystemClock } from './delivery/system-clock.ts'
import type { Catalog } from './domain/catalog.ts'
import { createSweeps } from './jobs/sweeps.ts'
import { createIds } from './persistence/create-ids.ts'
import { type Database, openDatabase } from './persistence/open-database.ts'
import { createEventHandler } from './telegram/handle-event.ts'
import { laneOf, privateLane } from './telegram/lane-of.ts'
import { registerCommands } from './telegram/register-commands.ts'
import { lookAtStaffGroup, whoAmI } from './telegram/say-hello.ts'
import { createStaffRoll } from './telegram/staff-roll.ts'
import { createTapAnswers } from './telegram/tap-answers.ts'
import { createTransport } from './telegram/transport.ts'
import { loadTexts } from './texts/texts.ts'

/** What the bot asks Telegram for; chat_member and message_reaction come only when named. */
const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'chat_member',
] as const
/** A first look at the staff group is waited for this long before updates are worked. Milliseconds. */
const FIRST_LOOK_MS = 2_000
/** The lease for polling, dispatch and sweeps. */
const LEADER = 'leader'

export interface DeskOptions {
  readonly config: Config
  readonly catalog: Catalog
  readonly log: Log
  readonly clock?: Clock
  /** Telegram's own, unless the owner runs a server of theirs. */
  readonly limits?: SendLimits
  /** How long to wait for the answer to one call before it counts as lost. Milliseconds; 30 s by default. */
  readonly timeoutMs?: number
  /** Between tries, of calls and of inbox events alike. */
  readonly backoff?: Backoff
  readonly onTokenRevoked?: () => void
  /** For measurements: how long one inbox event took from its beginning to its commit, in ms. */
  readonly onWorked?: (event: InboxEvent, ms: number) => void
}

export interface RunningDesk {
  readonly database: Database
  /** Resolves when nothing waits in the inbox or the outbox. */
  whenIdle(): Promise<void>
  /** Puts due work into the lanes now instead of at the next minute. */
  sweep(): Promise<void>
  /** Finishes what is in hand, gives the leases back and closes the database. */
  stop(): Promise<void>
}

/**
 * Wires the desk and runs it: polling fills the inbox, lanes work it, the dispatcher sends what they promised.
 * @throws MigrationError, TokenRevokedError
 */
export async function runDesk(options: DeskOptions): Promise<RunningDesk> {
  const { config, catalog, log, clock = createSystemClock() } = options
  const transport = createTransport(config.botToken, config.telegramApiRoot)
  const [database, me] = await Promise.all([openDatabase(config.database), whoAmI(transport, clock, log)])
  const owner = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`
  await database.evictDead(owner)
  const { staffChatId, timeZone, reopenWindowDays } = config
  const rules: DeskRules = { catalog, timeZone, reopenWindowDays, staffChatId }
  const textsFor = loadTexts()
  const taps = createTapAnswers(transport, clock)
  const staff = createStaffRoll(transport, clock, staffChatId)
  const tokenRevoked = () => options.onTokenRevoked?.()
  const patience = options.backoff === undefined ? {} : { backoff: options.backoff }

  const dispatcher = createDispatcher({
    outbox: database.outbox,
    transport,
    clock,
    log,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    ...patience,
    onReports: (lanes) => lanesWorker.wake(lanes),
    onTokenRevoked: tokenRevoked,
  })
  const handler = createEventHandler({
    me,
    ids: createIds(),
    rules,
    textsFor,
    defaultLanguage: config.defaultLanguage,
    now: () => clock.now(),
    staff,
    taps,
  })
  const lanesWorker = createLaneWorker({
    inbox: database.inbox,
    begin: (event, lease) => database.beginUnit(event, lease, () => clock.now()),
    handle: handler.handle,
    giveUp: handler.giveUp,
    clock,
    log,
    owner,
    ...patience,
    onCommitted: () => dispatcher.wake(),
    ...(options.onWorked === undefined ? {} : { onWorked: options.onWorked }),
  })
  const poller = createPoller({
    botId: me.id,
    transport,
    inbox: database.inbox,
    clock,
    log,
    ...patience,
    allowedUpdates: ALLOWED_UPDATES,
    laneOf: (update) => laneOf(update as Parameters<typeof laneOf>[0]),
    onStored: (lanes, updates) => {
      for (const update of updates) {
        const tap = update.callback_query as { id?: string } | undefined
        if (tap?.id !== undefined) taps.arrived(tap.id)
      }
      lanesWorker.wake(lanes)
    },
    onWebhookSet: async () => {
      await transport.call('deleteWebhook', { drop_pending_updates: false })
    },
    onTokenRevoked: tokenRevoked,
  })
  const sweeps = createSweeps({
    stores: database.stores,
    inbox: database.inbox,
    outbox: database.outbox,
    botId: me.id,
    clock,
    log,
    reopenWindowDays,
    laneOfCustomer: privateLane,
    onRaised: (lanes) => lanesWorker.wake(lanes),
  })
  const leader = createLeaseKeeper({
    leases: database.leases,
    name: LEADER,
    owner,
    clock,
    log,
    whenHeld: () => {
      poller.start()
      dispatcher.start()
      sweeps.start()
    },
    whenLost: async () => {
      await Promise.all([poller.stop(), sweeps.stop(), dispatcher.stop()])
    },
  })

  leader.start()
  await learnStaffGroup()
  lanesWorker.start()
  void registerCommands(transport, log, textsFor, staffChatId)
  log.info({ bot: me.username, staffChatId, database: database.provider }, 'The desk is open')

  /** Tells the lanes whether the staff group has topics; without an answer the first ticket finds out. */
  async function learnStaffGroup(): Promise<void> {
    if (staffChatId === null) return
    const look = lookAtStaffGroup(transport, log, staffChatId).then(async (group) => {
      if (group === null) return
      const body = { kind: 'due', job: 'staff-group', data: { ...group } } as const
      const event = { lane: `group:${staffChatId}`, body }
      lanesWorker.wake(await database.inbox.ingest(me.id, [event], clock.now()))
    })
    const late = new Promise<void>((resolve) => clock.setTimer(FIRST_LOOK_MS, resolve))
    await Promise.race([look.catch((error: unknown) => log.error({ err: error }, 'First look failed')), late])
  }

  return {
    database,
    async whenIdle() {
      const ended = () => {
        const { sent, failed, unknown } = dispatcher.stats
        return sent + failed + unknown
      }
      // A call that ended may have brought a report, and that one further calls.
      for (let before = -1; before !== ended(); ) {
        before = ended()
        await lanesWorker.whenIdle()
        await dispatcher.whenIdle()
      }
    },
    sweep: () => sweeps.sweepSilent(),
    async stop() {
      await poller.stop()
      await Promise.all([sweeps.stop(), lanesWorker.stop()])
      await dispatcher.stop()
      taps.stop()
      await leader.stop()
      await database.close()
      log.info({}, 'The desk is closed')
    },
  }
}
