import { createStaffGroups } from './app/staff-groups.ts'
import { limitTime } from './delivery/call-within-time.ts'
import { NO_METERS } from './delivery/no-meters.ts'
import { createSharedClock } from './delivery/shared-clock.ts'
import { createSystemClock } from './delivery/system-clock.ts'
import { watchTransport } from './delivery/watch-transport.ts'
import type { Front } from './http/open-front.ts'
import { type Database, openDatabase } from './persistence/open-database.ts'
import { nameProcess } from './persistence/process-name.ts'
import { introduceBot } from './telegram/introduce-bot.ts'
import { groupLane } from './telegram/lane-of.ts'
import { registerCommands } from './telegram/register-commands.ts'
import { lookAtStaffGroup, whoAmI } from './telegram/say-hello.ts'
import { createTransport } from './telegram/transport.ts'
import { loadTexts } from './texts/texts.ts'
import { type DeskOptions, type DeskParts, type Ground, rulesOf, wireDesk } from './wire-desk.ts'
import { openWeb, showDesk } from './wire-web.ts'

/** A first look at the staff groups is waited for this long before updates are worked. Milliseconds. */
const FIRST_LOOK_MS = 2_000
/** A lane, or the start, waits for the answer. Milliseconds. */
const DIRECT_CALL_MS = 5_000
/** Clocks further apart than that are worth a line in the log. Milliseconds. */
const WORTH_TELLING_MS = 1_000

export interface RunningDesk {
  readonly database: Database
  /** Resolves when nothing waits in the inbox or the outbox. */
  whenIdle(): Promise<void>
  /** Resolves when all that is in the outbox by now has been looked at, and what may go at this moment is on its way. */
  whenSeen(): Promise<void>
  /** Puts due work into the lanes now instead of at the next minute. */
  sweep(): Promise<void>
  /** Finishes what is in hand, gives the leases back and closes the database. */
  stop(): Promise<void>
}

/**
 * Opens the desk: polling or the webhook fills the inbox, lanes work it, the dispatcher sends what they promised.
 * @throws MigrationError, TokenRevokedError, PortUnavailableError
 */
export async function runDesk(options: DeskOptions): Promise<RunningDesk> {
  const time = clockOf(options)
  const front = await openWeb(options, time.clock)
  try {
    return await openDesk(options, time, front)
  } catch (error) {
    await front?.stop()
    throw error
  }
}

async function openDesk(
  options: DeskOptions,
  { clock, onTime }: Pick<Ground, 'clock' | 'onTime'>,
  front: Front | null,
): Promise<RunningDesk> {
  const { config, log } = options
  const meters = front?.meters ?? NO_METERS
  const transport = watchTransport(createTransport(config.botToken, config.telegramApiRoot), clock, meters)
  const direct = limitTime(transport, clock, DIRECT_CALL_MS)
  const [database, me] = await Promise.all([openDatabase(config.database), whoAmI(direct, clock, log)])
  const owner = nameProcess(options.machine?.name)
  const textsFor = loadTexts()
  const ground: Ground = { options, clock, onTime, meters, transport, direct, database, me, owner, textsFor }
  const parts = wireDesk(ground)
  if (front !== null) showDesk(front, ground, parts)
  await parts.leader.start()
  const staffGroups = await createStaffGroups(rulesOf(options), database.stores.staffGroups).all()
  await learnStaffGroups(ground, parts, staffGroups)
  parts.lanes.start()
  void registerCommands(direct, log, textsFor, { contacts: options.catalog.contacts !== undefined })
  void introduceBot(direct, log, textsFor, config.defaultLanguage)
  log.info({ bot: me.username, staffGroups, database: database.provider }, 'The desk is open')
  return {
    database,
    whenIdle: () => whenIdle(parts),
    whenSeen: () => parts.dispatcher.whenSeen(),
    async sweep() {
      await parts.sweeps.sweepSilent()
      await parts.sweeps.sweepDrafts()
      await parts.sweeps.sweepDelays()
      await parts.sweeps.sweepErasure()
      // After it: nobody is told of the promises of a ticket that is forgotten.
      await parts.sweeps.sweepSla()
      await parts.sweeps.sweepStrays()
      await parts.sweeps.sweepWeek()
    },
    stop: () => stopDesk(ground, parts, front),
  }
}

/** This machine's clock, held against the one that decides between processes. A driven clock is left as it is. */
function clockOf({ clock, machine, log }: DeskOptions): Pick<Ground, 'clock' | 'onTime'> {
  if (clock !== undefined) return { clock, onTime: () => undefined }
  const shared = createSharedClock(machine?.clock ?? createSystemClock())
  let toldMs = 0
  const onTime = (now: Date, tookMs: number) => {
    const behindMs = shared.learn(now, tookMs)
    if (Math.abs(behindMs - toldMs) < WORTH_TELLING_MS) return
    toldMs = behindMs
    log.warn({ behindMs }, "This machine's clock differs from the database's, which is used instead")
  }
  return { clock: shared, onTime }
}

/** Tells the lanes whether the staff groups have topics; without an answer the first ticket finds out. */
async function learnStaffGroups(
  ground: Ground,
  parts: DeskParts,
  staffGroups: readonly number[],
): Promise<void> {
  const { options, direct, database, me, clock } = ground
  const look = async (chatId: number) => {
    const group = await lookAtStaffGroup(direct, options.log, chatId)
    if (group === null) return
    const body = { kind: 'due', job: 'staff-group', data: { ...group } } as const
    const event = { lane: groupLane(chatId), body }
    parts.lanes.wake(await database.inbox.ingest(me.id, [event], clock.now()))
  }
  let cancelTimer = () => {}
  const late = new Promise<void>((resolve) => {
    cancelTimer = clock.setTimer(FIRST_LOOK_MS, resolve)
  })
  const failed = (error: unknown) =>
    options.log.error({ err: error }, 'The first look at a staff group failed')
  await Promise.race([Promise.all(staffGroups.map((chatId) => look(chatId).catch(failed))), late])
  cancelTimer()
}

async function whenIdle({ lanes, dispatcher }: DeskParts): Promise<void> {
  const ended = () => {
    const { sent, failed, unknown, skipped, news } = dispatcher.stats
    return sent + failed + unknown + skipped + news
  }
  // A call that ended may have brought a report, and that one further calls.
  for (let before = -1; before !== ended(); ) {
    before = ended()
    await lanes.whenIdle()
    await dispatcher.whenIdle()
  }
}

async function stopDesk({ database, options }: Ground, parts: DeskParts, front: Front | null): Promise<void> {
  // The lease goes last: nobody else may poll or dispatch while we are still at it.
  await parts.leader.stop(async () => {
    await Promise.all([front?.stop(), parts.updates.source.stop()])
    await Promise.all([parts.sweeps.stop(), parts.searchFill.stop(), parts.lanes.stop()])
    await Promise.all([parts.dispatcher.stop(), parts.outsideLogs?.stop()])
  })
  parts.taps.stop()
  parts.mailer?.close()
  await database.close()
  options.log.info({}, 'The desk is closed')
}
