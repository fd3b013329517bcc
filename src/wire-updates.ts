import { createGroupCommit } from './delivery/group-commit.ts'
import { type Ingest, ingestUpdates, type Update } from './delivery/ingest-updates.ts'
import { createWebhookKeeper } from './delivery/keep-webhook.ts'
import type { LaneWorker } from './delivery/lanes.ts'
import { createPoller } from './delivery/poll-updates.ts'
import type { Transport } from './delivery/ports.ts'
import type { TakeUpdates } from './http/webhook-door.ts'
import { laneOf } from './telegram/lane-of.ts'
import type { TapAnswers } from './telegram/tap-answers.ts'
import type { Ground } from './wire-desk.ts'

/** What the bot asks Telegram for; chat_member and message_reaction come only when named. */
const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'chat_member',
  'message_reaction',
] as const

export interface Updates {
  /** What one process of several does so that updates come: it polls, or keeps the webhook set. */
  readonly source: { start(): void; stop(): Promise<void> }
  /** For every process: stores what the webhook brings. */
  readonly take: TakeUpdates
}

/**
 * Both doors lead into the same inbox.
 * @param transport works only while the job of the source is this process's
 */
export function wireUpdates(
  ground: Ground,
  transport: Transport,
  lanes: LaneWorker,
  taps: TapAnswers,
): Updates {
  const { clock, meters } = ground
  const { log, config, onTokenRevoked } = ground.options
  const { webhook } = config
  const common = {
    transport,
    clock,
    log,
    meters,
    allowedUpdates: ALLOWED_UPDATES,
    ...(onTokenRevoked === undefined ? {} : { onTokenRevoked }),
  }
  const ingest = wireIngest(ground, lanes, taps)
  const source =
    webhook === null
      ? createPoller({ ...common, ...ingest, onWebhookSet: () => deleteWebhook(ground) })
      : createWebhookKeeper({ ...common, webhook })
  // Telegram brings one at a time over many connections: what comes together is committed together.
  const take = createGroupCommit((batch: readonly unknown[]) =>
    ingestUpdates({ ...ingest, door: 'webhook' }, batch),
  )
  return { source, take }
}

function wireIngest(ground: Ground, lanes: LaneWorker, taps: TapAnswers): Omit<Ingest, 'door'> {
  return {
    botId: ground.me.id,
    inbox: ground.database.inbox,
    clock: ground.clock,
    log: ground.options.log,
    meters: ground.meters,
    laneOf: (update) => laneOf(update as Parameters<typeof laneOf>[0]),
    onStored: (names, updates) => {
      for (const update of updates) noteTap(taps, update)
      lanes.wake(names)
    },
  }
}

function noteTap(taps: TapAnswers, update: Update): void {
  const tap = update.callback_query as { readonly id?: string } | undefined
  if (tap?.id !== undefined) taps.arrived(tap.id)
}

async function deleteWebhook({ direct }: Ground): Promise<void> {
  await direct.call('deleteWebhook', { drop_pending_updates: false })
}
