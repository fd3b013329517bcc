import { colleaguesIn } from '../../../app/colleagues.ts'
import { REASON_MAX, transferTicket } from '../../../app/transfer-ticket.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import type { DeskContext } from '../../context.ts'
import { tellAgent } from '../../say.ts'
import { categoryTitle } from '../../views/card-menu.ts'
import { targetOfCommand } from './transfer-target.ts'

/** So many colleagues are named where nobody was understood. */
const NAMED = 8

/**
 * `/transfer Вера конец смены`: to whom, and why. Whoever is left out is asked for.
 * @throws TicketError `transition-refused`
 */
export async function transferByCommand(ctx: DeskContext, ticket: Ticket, words: string): Promise<void> {
  const { message } = ctx
  if (message === undefined) return
  const named = await targetOfCommand(ctx, message, words)
  if (named === null) return tellUsage(ctx, ticket)
  const reason = named.rest.replace(/^[\s,:;.—–-]+/, '').trim()
  if (reason === '') return tellAgent(ctx, ctx.t.html('transfer-why'))
  if ([...reason].length > REASON_MAX)
    return tellAgent(ctx, ctx.t.html('transfer-reason-long', { max: REASON_MAX }))
  const after = await transferTicket(ctx.desk, ticket, ctx.agent, { to: named.target, reason })
  if (after === ticket) tellAgent(ctx, ctx.t.html('transfer-already'))
}

async function tellUsage(ctx: DeskContext, ticket: Ticket): Promise<void> {
  const { t } = ctx
  const { catalog } = ctx.desk.rules
  const colleagues = await colleaguesIn(ctx.desk, ctx.chat?.id ?? 0, NAMED)
  const people = colleagues
    .filter(({ agent }) => agent.id !== ticket.assigneeId)
    .map(({ agent, place }) => agent.displayName ?? place.name)
  const categories = catalog.categories
    .filter(({ id }) => id !== ticket.categoryId)
    .map(({ id }) => categoryTitle(t, catalog, id))
  const targets = [...people, ...categories].join(', ')
  tellAgent(ctx, t.html('transfer-usage', { targets }))
}
