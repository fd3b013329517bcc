import type { Update, UserFromGetMe } from 'grammy/types'
import { createStaffGroups } from '../app/staff-groups.ts'
import type { InboxEvent } from '../delivery/inbox-event.ts'
import { isServiceMessage } from './content/read-content.ts'
import type { BotDeps, DeskUnit, TapAnswer } from './context.ts'
import { createBot } from './create-bot.ts'
import { createDesk } from './equip-context.ts'
import { handleDue } from './handle-due.ts'
import { handleOutcome } from './handle-outcome.ts'
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
}

/** Turns the inbox's events into changes: updates through the bot, outcomes and what time made due through their use cases. */
export function createEventHandler(deps: EventHandlerDeps): EventHandler {
  const bot = createBot({ ...deps, membershipChanged: deps.staff.forget })
  return {
    async handle(event, unit) {
      const { body } = event
      switch (body.kind) {
        case 'update':
          return handleUpdate(body.update as Update, unit)
        case 'outcome':
          await handleOutcome(createDesk(deps, unit), body.outcome)
          return []
        case 'due':
          await handleDue(createDesk(deps, unit), body.job, body.data)
          return []
        default:
          return body satisfies never
      }
    },
    giveUp: (event, unit) => sayGivenUp(deps, event, unit),
  }

  async function handleUpdate(update: Update, unit: DeskUnit): Promise<AfterCommit> {
    let answer: TapAnswer | null = null
    // Asked before the handler: inside it there is no network.
    const isStaff = await isFromStaff(deps, update)
    await bot.handle(update, {
      unit,
      isStaff,
      answer: (tap) => {
        answer = tap
      },
    })
    const tapId = update.callback_query?.id
    return tapId === undefined ? [] : [() => deps.taps.answer(tapId, answer)]
  }
}

async function isFromStaff(deps: EventHandlerDeps, update: Update): Promise<boolean> {
  const message = update.message ?? update.edited_message
  const chatId = message?.chat.id ?? update.callback_query?.message?.chat.id
  if (chatId === undefined || !(await createStaffGroups(deps.rules).isOurs(chatId))) return false
  // An admin writing anonymously speaks for the group itself: nobody else can.
  if (message?.sender_chat !== undefined) return message.sender_chat.id === chatId
  const from = message?.from ?? update.callback_query?.from
  // Nothing hangs on lines the client writes by itself, and a bot is no agent: nobody has to be asked.
  if (from === undefined || from.is_bot || (message !== undefined && isServiceMessage(message))) return false
  return deps.staff.isStaff(chatId, from.id)
}
