import { changePriority } from '../../../app/change-priority.ts'
import { moveTicket } from '../../../app/move-ticket.ts'
import { releaseTicket } from '../../../app/release-ticket.ts'
import { transferTicket } from '../../../app/transfer-ticket.ts'
import { TicketError } from '../../../domain/errors.ts'
import { PRIORITIES, type Ticket } from '../../../domain/ticket.ts'
import type { StaffAction } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { REASONS, readTarget, reasonWords } from '../../views/card-menu.ts'
import { priorityRefusal } from '../../views/priority-refusal.ts'
import { priorityWord, staffStatusWord } from '../../views/words.ts'
import { targetOfTap } from './transfer-target.ts'

export type MenuAction = Exclude<StaffAction, 'take' | 'ask' | 'resolve' | 'take-back' | 'resend'>

/** "More" on the card: the menu stands in place of the buttons until something was done, or "Back". */
export async function tapInMenu(
  ctx: DeskContext,
  ticket: Ticket,
  action: MenuAction,
  value: string,
): Promise<void> {
  switch (action) {
    case 'more':
    case 'transfer':
    case 'close':
      return showMenu(ctx, ticket, action)
    case 'back':
      return showMenu(ctx, ticket, null)
    case 'to':
      return askWhy(ctx, ticket, value)
    case 'because':
      return transfer(ctx, ticket, value)
    case 'priority':
      return value === '' ? showMenu(ctx, ticket, action) : setPriority(ctx, ticket, value)
    case 'merge':
      return ctx.answerTap(ctx.t.plain('tap-merge-how'), true)
    case 'release':
      return finish(ctx, ticket, 'tap-released', () =>
        releaseTicket(ctx.desk, ticket, { agent: ctx.agent, role: ctx.role ?? 'agent' }),
      )
    case 'close-yes':
      return finish(ctx, ticket, 'tap-done', () => move(ctx, ticket, 'close'))
    case 'reopen':
      return finish(ctx, ticket, 'tap-done', () => move(ctx, ticket, 'reopen'))
    default:
      return action satisfies never
  }
}

function move(ctx: DeskContext, ticket: Ticket, action: 'close' | 'reopen'): Promise<Ticket> {
  return moveTicket(ctx.desk, ticket, action, { actor: `agent:${ctx.agent.id}`, agent: ctx.agent })
}

async function showMenu(ctx: DeskContext, ticket: Ticket, menu: string | null): Promise<void> {
  await keepMenu(ctx, ticket, menu)
  await ctx.desk.notices.cardChanged(ticket)
}

async function keepMenu(ctx: DeskContext, ticket: Ticket, menu: string | null): Promise<void> {
  const { threads } = ctx.desk.stores
  const thread = await threads.ofTicket(ticket.id)
  if (thread !== null && thread.cardMenu !== menu) threads.saveMenu(thread, menu)
}

/** Something was done: the buttons come back, whether it could be done or not. */
async function finish(
  ctx: DeskContext,
  ticket: Ticket,
  word: string,
  act: () => Promise<Ticket>,
): Promise<void> {
  await keepMenu(ctx, ticket, null)
  try {
    const after = await act()
    if (after === ticket) await ctx.desk.notices.cardChanged(ticket)
    const status = staffStatusWord(ctx.t, after.status)
    const priority = priorityWord(ctx.t, after.priority)
    ctx.answerTap(ctx.t.plain(after === ticket ? 'tap-already' : word, { status, priority }))
  } catch (error) {
    if (error instanceof TicketError) await ctx.desk.notices.cardChanged(ticket)
    throw error
  }
}

async function setPriority(ctx: DeskContext, ticket: Ticket, value: string): Promise<void> {
  const priority = PRIORITIES.find((one) => one === value)
  if (priority === undefined) return ctx.answerTap(ctx.t.plain('tap-unknown'))
  try {
    await finish(ctx, ticket, 'tap-priority', () => changePriority(ctx.desk, ticket, priority, ctx.agent))
  } catch (error) {
    if (!(error instanceof TicketError)) throw error
    const { key, vars } = priorityRefusal(ctx.t, ctx.desk.rules.catalog, ticket, error)
    ctx.answerTap(ctx.t.plain(key, vars))
  }
}

async function askWhy(ctx: DeskContext, ticket: Ticket, value: string): Promise<void> {
  const target = readTarget(value)
  const isThere = target !== null && (await targetOfTap(ctx, ctx.chat?.id ?? 0, target)) !== null
  if (!isThere) return ctx.answerTap(ctx.t.plain('tap-unknown'))
  await showMenu(ctx, ticket, value)
}

async function transfer(ctx: DeskContext, ticket: Ticket, value: string): Promise<void> {
  const [given = '', ...rest] = value.split('.')
  if (given === 'typed') return ctx.answerTap(ctx.t.plain('tap-reason-typed'), true)
  const reason = REASONS.find((one) => one === given)
  const named = readTarget(rest.join('.'))
  const to = named === null ? null : await targetOfTap(ctx, ctx.chat?.id ?? 0, named)
  if (reason === undefined || to === null) return ctx.answerTap(ctx.t.plain('tap-unknown'))
  await finish(ctx, ticket, 'tap-transferred', () =>
    transferTicket(ctx.desk, ticket, ctx.agent, { to, reason: reasonWords(ctx.t, reason) }),
  )
}
