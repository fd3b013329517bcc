import type { Update, UserFromGetMe } from 'grammy/types'
import { giveUpRequest, workRequest } from '../app/work-request.ts'
import type { InboxEvent } from '../delivery/inbox-event.ts'
import { actingIn } from './acting-in.ts'
import type { BotDeps, DeskUnit, TapAnswer } from './context.ts'
import { createBot } from './create-bot.ts'
import { createDesk } from './equip-context.ts'
import { handleDue } from './handle-due.ts'
import { handleOutcome } from './handle-outcome.ts'
import { handleReach } from './handle-reach.ts'
import { isPrivateLane, laneOf } from './lane-of.ts'
import { lookAhead, lookAtOwnPlace } from './look-ahead.ts'
import {
  fetchReplayLog,
  type OutsideLogs,
  type ReplayLog,
  replayLogInDatabase,
} from './replay-logs/replay-log.ts'
import { sayGivenUp } from './say-given-up.ts'
import type { StaffRoll } from './staff-roll.ts'
import type { TapAnswers } from './tap-answers.ts'

type AfterCommit = readonly (() => void)[]

export interface EventHandler {
  /** Works one inbox event into its unit. @returns what is to be done right after the commit */
  handle(event: InboxEvent, unit: DeskUnit): Promise<AfterCommit>
  /** The last word on an event that failed every time. */
  giveUp(event: InboxEvent, unit: DeskUnit): Promise<AfterCommit>
}

export interface EventHandlerDeps extends Omit<BotDeps, 'membershipChanged'> {
  readonly me: UserFromGetMe
  readonly staff: StaffRoll
  readonly taps: TapAnswers
  /** Where the replay logs of conversations are kept; null: in the database. */
  readonly outsideLogs: OutsideLogs | null
}

/** Turns the inbox's events into changes: updates through the bot, outcomes and what time made due through their use cases. */
export function createEventHandler(deps: EventHandlerDeps): EventHandler {
  const bot = createBot({ ...deps, membershipChanged: deps.staff.forget })
  return {
    async handle(event, unit) {
      const { body } = event
      const later: (() => void)[] = []
      switch (body.kind) {
        case 'update':
          return handleUpdate(body.update as Update, unit)
        case 'outcome':
          await handleOutcome(createDesk(deps, unit, later), body.outcome)
          return later
        case 'reach':
          await handleReach(createDesk(deps, unit, later), body.reach)
          return later
        case 'due':
          await handleDue(createDesk(deps, unit, later), body.job, body.data)
          // A replay log outside the database is kept under the chat's name.
          if (body.job === 'forget') later.push(() => deps.outsideLogs?.keep(event.lane, null))
          return later
        case 'request':
          await workRequest(createDesk(deps, unit, later), body.id, body.data)
          return later
        default:
          return body satisfies never
      }
    },
    async giveUp(event, unit) {
      if (event.body.kind !== 'request') return sayGivenUp(deps, event, unit)
      await giveUpRequest({ stores: unit }, event.body.id)
      return []
    },
  }

  async function handleUpdate(update: Update, unit: DeskUnit): Promise<AfterCommit> {
    let answer: TapAnswer | null = null
    const later: (() => void)[] = []
    // Asked before the handler: inside it there is no network.
    const [role, ownPlace, replayLog] = await Promise.all([
      lookAhead(createDesk(deps, unit, later), deps.staff, update),
      lookAtOwnPlace(deps.staff, update, deps.me),
      replayLogOf(deps, update, unit),
    ])
    const acting = actingIn(update)
    await bot.handle(acting.update, {
      unit,
      staffChatId: acting.staffChatId,
      ownPlace,
      role,
      replayLog,
      later,
      answer: (tap) => {
        answer = tap
      },
    })
    const tapId = update.callback_query?.id
    const answerTap = tapId === undefined ? [] : [() => deps.taps.answer(tapId, answer)]
    return [...answerTap, replayLog.afterCommit, ...later]
  }
}

/** A private chat's conversation is named as its lane; elsewhere there are none. */
async function replayLogOf(
  { outsideLogs: logs, ids }: EventHandlerDeps,
  update: Update,
  unit: DeskUnit,
): Promise<ReplayLog> {
  const key = laneOf(update)
  if (!isPrivateLane(key)) return replayLogInDatabase(unit, key)
  if (logs !== null) return fetchReplayLog({ logs, ids }, unit, key)
  // Asked at once, while the handler finds out whose chat it is; whoever reads it hears of an error.
  unit.conversations.read(key).catch(() => undefined)
  return replayLogInDatabase(unit, key)
}
