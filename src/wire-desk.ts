import type { DeskRules } from './app/desk.ts'
import { createStaffGroups } from './app/staff-groups.ts'
import type { Config } from './config/config.ts'
import type { Backoff } from './delivery/backoff.ts'
import type { Dispatcher } from './delivery/dispatcher.ts'
import type { InboxEvent } from './delivery/inbox-event.ts'
import { createLaneWorker, type LaneWorker } from './delivery/lanes.ts'
import { createLeaseKeeper, EMBEDDED_LEASE, type LeaseKeeper, SHARED_LEASE } from './delivery/lease-keeper.ts'
import type { Meters } from './delivery/meters.ts'
import type { Clock, Log, Transport } from './delivery/ports.ts'
import type { SendLimits } from './delivery/rate-limits.ts'
import { createWatch } from './delivery/system-clock.ts'
import type { WatchedTransport } from './delivery/watch-transport.ts'
import type { Catalog } from './domain/catalog.ts'
import { cleanUpExports } from './files/export-door.ts'
import { createFileShelf, type FileShelf } from './files/file-shelf.ts'
import { createSearchFill, type SearchFill } from './jobs/fill-search.ts'
import { createSweeps, type Sweeps } from './jobs/sweeps.ts'
import type { Mailer } from './mail/mailer.ts'
import { createIds } from './persistence/create-ids.ts'
import type { Database } from './persistence/open-database.ts'
import { createEventHandler, type EventHandler } from './telegram/handle-event.ts'
import { groupLane, privateLane } from './telegram/lane-of.ts'
import { createFreeStorage, type Pace } from './telegram/replay-logs/free-storage.ts'
import { createOutsideLogs } from './telegram/replay-logs/outside-logs.ts'
import type { OutsideLogs } from './telegram/replay-logs/replay-log.ts'
import type { BotProfile } from './telegram/say-hello.ts'
import { createStaffRoll } from './telegram/staff-roll.ts'
import { createTapAnswers, type TapAnswers } from './telegram/tap-answers.ts'
import { tellOthers } from './telegram/tell-others.ts'
import { isAbusive } from './texts/abusive-words.ts'
import type { TextsFor } from './texts/texts.ts'
import { type Lead, LOOK_EVERY_MS, onlyWhile, wireDispatcher, wireMailer } from './wire-dispatcher.ts'
import { wireSla } from './wire-sla.ts'
import { type Updates, wireUpdates } from './wire-updates.ts'

/** The lease for what one process of several does: see {@link wireLeader}. */
export const LEADER = 'leader'

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
  /** How long the free storage is waited for, and left alone after failures. */
  readonly freeStoragePace?: Pace
  readonly onTokenRevoked?: () => void
  /** Are photos looked at before they are sent? They are by default; the simulator's own are no pictures of anything. */
  readonly looksAtPhotos?: boolean
  /** Where this process runs, and the time its leases go by. A test's processes may stand for several machines. */
  readonly machine?: { readonly name: string; readonly clock: Clock }
  /** For measurements: how long one inbox event took from its beginning to its commit, in ms. */
  readonly onWorked?: (event: InboxEvent, ms: number) => void
}

/** What is there before anything runs. */
export interface Ground {
  readonly options: DeskOptions
  readonly clock: Clock
  /** What the clock of all processes said; see {@link LeaseKeeper}. */
  readonly onTime: (now: Date, tookMs: number) => void
  readonly meters: Meters
  readonly transport: WatchedTransport
  /** For calls past the outbox that somebody waits for: a tap's answer, a look at a member. */
  readonly direct: Transport
  readonly database: Database
  readonly me: BotProfile
  /** Names this process among others, as `machine:pid:random`. */
  readonly owner: string
  readonly textsFor: TextsFor
}

export interface DeskParts {
  readonly updates: Updates
  readonly lanes: LaneWorker
  readonly dispatcher: Dispatcher
  readonly sweeps: Sweeps
  readonly searchFill: SearchFill
  readonly taps: TapAnswers
  readonly leader: LeaseKeeper
  /** Null: no mail server is set. */
  readonly mailer: Mailer | null
  /** Null: the replay logs are in the database. */
  readonly outsideLogs: OutsideLogs | null
}

/** Joins the parts: what one of them stores wakes the next. Nothing runs yet. */
export function wireDesk(ground: Ground): DeskParts {
  const taps = createTapAnswers(ground.direct, ground.clock)
  const outsideLogs = wireOutsideLogs(ground.options)
  const lead: Lead = { isOurs: () => leader.held, mayJudge: () => leader.mayJudge }
  const shelf = createFileShelf(ground.options.config.database.dataDir)
  const mailer = wireMailer(ground.options)
  const dispatcher = wireDispatcher(ground, lead, { shelf, mailer }, (names) => lanes.wake(names))
  const lanes = wireLanes(ground, wireHandler(ground, taps, outsideLogs), () => dispatcher.wake())
  const updates = wireUpdates(ground, onlyWhile(lead, ground.transport), lanes, taps)
  const sweeps = wireSweeps(ground, lanes)
  const searchFill = wireSearchFill(ground)
  const leader = wireLeader(ground, shelf, { updates, dispatcher, sweeps, searchFill })
  return { updates, lanes, dispatcher, sweeps, searchFill, taps, leader, mailer, outsideLogs }
}

function wireOutsideLogs({ config, log, freeStoragePace }: DeskOptions): OutsideLogs | null {
  if (config.freeStorage === null) return null
  const pace = freeStoragePace === undefined ? {} : { pace: freeStoragePace }
  const storage = createFreeStorage({ ...config.freeStorage, ...pace, botToken: config.botToken, log })
  return createOutsideLogs(storage, log)
}

/** The owner's rules, out of the settings and the catalogue. */
export function rulesOf({
  config,
  catalog,
  looksAtPhotos = true,
}: Pick<DeskOptions, 'config' | 'catalog' | 'looksAtPhotos'>): DeskRules {
  const { staffChatId, timeZone, reopenWindowDays, retentionDays, ticketCard, attachments } = config
  const copiesFiles = attachments === 'disk'
  const sendsMail = config.mail !== null
  const looksUpOrders = config.orderLookupUrl !== null
  const switches = { copiesFiles, sendsMail, looksAtPhotos, looksUpOrders }
  return {
    catalog,
    timeZone,
    reopenWindowDays,
    sla: wireSla(catalog, timeZone),
    retentionDays,
    ticketCard,
    staffChatId,
    ...switches,
    isAbusive,
  }
}

function wireHandler(ground: Ground, taps: TapAnswers, outsideLogs: OutsideLogs | null): EventHandler {
  const { config } = ground.options
  const ids = createIds()
  const now = () => ground.clock.now()
  const handler = createEventHandler({
    me: ground.me,
    ids,
    rules: rulesOf(ground.options),
    textsFor: ground.textsFor,
    defaultLanguage: config.defaultLanguage,
    now,
    log: ground.options.log,
    linkSecret: config.linkSecret,
    staff: createStaffRoll(ground.direct, ground.clock, config.roles),
    taps,
    outsideLogs,
  })
  return config.events === null ? handler : tellOthers(handler, { ids, now })
}

function wireLanes(ground: Ground, handler: EventHandler, onCommitted: () => void): LaneWorker {
  const { database, clock, owner } = ground
  const { log, backoff, onWorked } = ground.options
  return createLaneWorker({
    inbox: database.inbox,
    isAway: database.isAway,
    lookEveryMs: LOOK_EVERY_MS[database.provider],
    begin: (event, lease) => database.beginUnit(event, lease, () => clock.now()),
    handle: handler.handle,
    traceOf: (unit) => unit.trace(),
    giveUp: handler.giveUp,
    clock,
    log,
    meters: ground.meters,
    owner,
    onCommitted,
    ...(backoff === undefined ? {} : { backoff }),
    ...(onWorked === undefined ? {} : { onWorked }),
  })
}

function wireSweeps(ground: Ground, lanes: LaneWorker): Sweeps {
  const { database, clock, me } = ground
  return createSweeps({
    stores: database.stores,
    groups: createStaffGroups(rulesOf(ground.options), database.stores.staffGroups),
    inbox: database.inbox,
    outbox: database.outbox,
    pruneOrderFacts: database.pruneOrderFacts,
    pruneAudit: database.pruneAudit,
    apiRequests: database.apiRequests,
    botId: me.id,
    clock,
    log: ground.options.log,
    reopenWindowDays: ground.options.config.reopenWindowDays,
    retentionDays: ground.options.config.retentionDays,
    timeZone: ground.options.config.timeZone,
    laneOfCustomer: privateLane,
    laneOfGroup: groupLane,
    weeklyReport: ground.options.config.weeklyReport,
    onRaised: (names) => lanes.wake(names),
  })
}

function wireSearchFill({ database, clock, options }: Ground): SearchFill {
  return createSearchFill({ fill: () => database.fillSearch(), clock, log: options.log })
}

/** Where somebody drives the desk's own time, processes still die in the machine's. */
export function leaseClockOf({ options, clock }: Ground): Clock {
  return options.machine?.clock ?? clock
}

/** One process of several polls or keeps the webhook, dispatches and sweeps. */
function wireLeader(
  ground: Ground,
  shelf: FileShelf,
  jobs: Pick<DeskParts, 'updates' | 'dispatcher' | 'sweeps' | 'searchFill'>,
): LeaseKeeper {
  return createLeaseKeeper({
    leases: ground.database.leases,
    name: LEADER,
    owner: ground.owner,
    clock: leaseClockOf(ground),
    log: ground.options.log,
    times: ground.database.provider === 'sqlite' ? EMBEDDED_LEASE : SHARED_LEASE,
    elapsed: createWatch(),
    onTime: ground.onTime,
    whenHeld: async () => {
      // Only the leader downloads, so what is unfinished now was left by one that is gone.
      const { dataDir } = ground.options.config.database
      await Promise.all([shelf.cleanUp(), cleanUpExports(dataDir)]).catch((error: unknown) => {
        ground.options.log.warn({ err: error }, 'Unfinished files could not be removed')
      })
      jobs.updates.source.start()
      jobs.dispatcher.start()
      jobs.sweeps.start()
      jobs.searchFill.start()
    },
    whenLost: async () => {
      await Promise.all([jobs.updates.source.stop(), jobs.sweeps.stop(), jobs.dispatcher.pause()])
      await jobs.searchFill.stop()
    },
  })
}
