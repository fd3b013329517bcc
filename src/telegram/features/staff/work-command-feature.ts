import { Composer } from 'grammy'
import { askCustomer } from '../../../app/ask-customer.ts'
import { mergeTickets } from '../../../app/merge-tickets.ts'
import { moveTicket } from '../../../app/move-ticket.ts'
import { releaseTicket } from '../../../app/release-ticket.ts'
import { tagTicket } from '../../../app/tag-ticket.ts'
import { takeTicket } from '../../../app/take-ticket.ts'
import { TicketError } from '../../../domain/errors.ts'
import type { TicketAction } from '../../../domain/lifecycle.ts'
import { readTagWish, TAG_MAX, TAGS_MAX } from '../../../domain/tags.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { readTicketNumber } from '../../../domain/ticket-number.ts'
import { readKept } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import { tellAgent } from '../../say.ts'
import { staffStatusWord } from '../../views/words.ts'
import { ticketHere, ticketOfCommand, ticketOfMessage } from './find-ticket.ts'
import { markDone } from './mark-done.ts'
import { questionIn } from './question.ts'
import { refusalInWords } from './refusal.ts'
import { transferByCommand } from './transfer-command.ts'

type Command = DeskContext & { readonly match: string }

/** Commands for the work on one ticket. */
export const workCommandFeature = new Composer<DeskContext>()

/** `/pending` with words; also under a photo, where not every client marks a command as one. */
workCommandFeature.on('message', async (ctx, next) => {
  const question = questionIn(ctx.message, ctx.me.username)
  if (question === null) return next()
  const written = { ...readKept(ctx.message), content: question.content }
  await onTicket(Object.assign(ctx, { match: question.match }), async (ticket) => {
    if (ticket.strippedAt !== null) return tellAgent(ctx, ctx.t.html('staff-stripped'))
    await askCustomer(ctx.desk, ctx.agent, ticket, written, ctx.chat.id)
  })
})

workCommandFeature.command('take', (ctx) =>
  onTicket(ctx, async (ticket) => {
    await takeTicket(ctx.desk, ticket, ctx.agent)
    markDone(ctx)
  }),
)
workCommandFeature.command('release', (ctx) =>
  onTicket(ctx, async (ticket) => {
    const by = { agent: ctx.agent, role: ctx.role ?? 'agent' }
    const after = await releaseTicket(ctx.desk, ticket, by)
    if (after === ticket) tellAgent(ctx, ctx.t.html('staff-nobodys'))
    else markDone(ctx)
  }),
)

workCommandFeature.command('transfer', (ctx) =>
  onTicket(ctx, (ticket, words) => transferByCommand(ctx, ticket, words)),
)
workCommandFeature.command('pending', (ctx) => onTicket(ctx, (ticket) => move(ctx, ticket, 'ask-customer')))
workCommandFeature.command('resolve', (ctx) => onTicket(ctx, (ticket) => move(ctx, ticket, 'resolve')))
workCommandFeature.command('close', (ctx) => onTicket(ctx, (ticket) => move(ctx, ticket, 'close')))
workCommandFeature.command('reopen', (ctx) => onTicket(ctx, (ticket) => move(ctx, ticket, 'reopen')))

workCommandFeature.command('tag', (ctx) =>
  onTicket(ctx, async (ticket, words) => {
    if (ticket.strippedAt !== null) return tellAgent(ctx, ctx.t.html('staff-stripped'))
    const wish = readTagWish(words)
    const { add, remove, refused } = wish
    if (refused.length > 0) {
      const typed = refused.join(' ').slice(0, 200)
      return tellAgent(ctx, ctx.t.html('tag-refused', { typed, max: TAG_MAX }))
    }
    if (add.length + remove.length === 0)
      return tellAgent(ctx, ctx.t.html('tag-usage', { max: TAG_MAX, most: TAGS_MAX }))
    const outcome = await tagTicket(ctx.desk, ticket, wish, ctx.agent)
    if (outcome === 'full') tellAgent(ctx, ctx.t.html('tag-full', { most: TAGS_MAX }))
    else if (outcome === 'same') tellAgent(ctx, ctx.t.html('tag-same'))
    else markDone(ctx)
  }),
)

/** `/merge 123-456` in the duplicate's place; with two numbers the first is the duplicate. */
workCommandFeature.command('merge', async (ctx) => {
  const named = numbersNamed(ctx.match)
  if (named.length === 0) return tellAgent(ctx, ctx.t.html('merge-usage'))
  const [into = null, first = null] = await Promise.all(
    named.reverse().map((number) => ticketNamed(ctx, number)),
  )
  if (into === null || (named.length > 1 && first === null))
    return tellAgent(ctx, ctx.t.html('merge-not-found'))
  const duplicate = first ?? (ctx.message === undefined ? null : await ticketOfMessage(ctx, ctx.message))
  if (duplicate === null) return tellAgent(ctx, ctx.t.html('staff-no-ticket'))
  await refuseInWords(ctx, duplicate, async () => {
    await mergeTickets(ctx.desk, duplicate, into, ctx.agent)
    markDone(ctx)
  })
})

/** Two at most; null for what is none, although it has digits. `482 913` is one. */
function numbersNamed(words: string): (string | null)[] {
  const whole = readTicketNumber(words)
  if (whole !== null) return [whole]
  return words
    .split(/\s+/)
    .filter((word) => /\d/.test(word))
    .slice(0, 2)
    .map(readTicketNumber)
}

async function ticketNamed(ctx: Command, number: string | null): Promise<Ticket | null> {
  return number === null ? null : ticketHere(ctx, number)
}

async function move(ctx: Command, ticket: Ticket, action: TicketAction): Promise<void> {
  const by = { actor: `agent:${ctx.agent.id}`, agent: ctx.agent } as const
  const moved = await moveTicket(ctx.desk, ticket, action, by)
  if (moved === ticket)
    tellAgent(ctx, ctx.t.html('staff-already', { status: staffStatusWord(ctx.t, ticket.status) }))
  else markDone(ctx)
}

async function onTicket(
  ctx: Command,
  act: (ticket: Ticket, words: string) => Promise<unknown>,
): Promise<void> {
  const { ticket, words } = await ticketOfCommand(ctx)
  if (ticket === null) return tellAgent(ctx, ctx.t.html('staff-no-ticket'))
  await refuseInWords(ctx, ticket, () => act(ticket, words))
}

async function refuseInWords(ctx: Command, ticket: Ticket, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof TicketError)) throw error
    tellAgent(ctx, refusalInWords(ctx.t, error, ticket))
  }
}
