import { Composer } from 'grammy'
import { changePriority } from '../../../app/change-priority.ts'
import { TicketError } from '../../../domain/errors.ts'
import { PRIORITIES, type Priority } from '../../../domain/ticket.ts'
import type { DeskContext } from '../../context.ts'
import { tellAgent } from '../../say.ts'
import { priorityRefusal } from '../../views/priority-refusal.ts'
import { priorityWord } from '../../views/words.ts'
import { ticketOfCommand } from './find-ticket.ts'
import { markDone } from './mark-done.ts'

/** `/priority urgent` in the ticket's place, or `/priority 123-456 срочно` anywhere in the group. */
export const priorityFeature = new Composer<DeskContext>()

/** However an agent writes it, without the gender's ending. */
const RUSSIAN: Readonly<Record<string, Priority>> = {
  срочн: 'urgent',
  обычн: 'standard',
  стандартн: 'standard',
  сложн: 'complex',
}

priorityFeature.command('priority', async (ctx) => {
  const { ticket, words } = await ticketOfCommand(ctx)
  if (ticket === null) return tellAgent(ctx, ctx.t.html('staff-no-ticket'))
  if (words === '') return tellAgent(ctx, ctx.t.html('priority-usage'))
  const priority = readPriority(words)
  if (priority === null) return tellAgent(ctx, ctx.t.html('priority-unknown', { typed: words.slice(0, 40) }))
  try {
    const changed = await changePriority(ctx.desk, ticket, priority, ctx.agent)
    if (changed === ticket)
      tellAgent(ctx, ctx.t.html('priority-already', { priority: priorityWord(ctx.t, priority) }))
    else markDone(ctx)
  } catch (error) {
    if (!(error instanceof TicketError)) throw error
    const { key, vars } = priorityRefusal(ctx.t, ctx.desk.rules.catalog, ticket, error)
    tellAgent(ctx, ctx.t.html(key, vars))
  }
})

/** Null for what is none of ours. */
function readPriority(words: string): Priority | null {
  const word = words.toLowerCase()
  const own = PRIORITIES.find((priority) => priority === word)
  return own ?? RUSSIAN[word.replace(/(?:ый|ая|ое|ые|о)$/, '')] ?? null
}
