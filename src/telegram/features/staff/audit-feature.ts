import { Composer } from 'grammy'
import type { AuditScope } from '../../../app/desk-ports.ts'
import { type AuditLine, idsOfGroup, readAudit } from '../../../app/read-audit.ts'
import { readTicketNumber } from '../../../domain/ticket-number.ts'
import { agentsIn, ticketsIn } from '../../../texts/work-words.ts'
import { answerAgent, changeAnswer } from '../../answer-agent.ts'
import { type AuditOf, readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { auditScreen, type KnownAgent } from '../../views/audit-screen.ts'
import type { Screen } from '../../views/keyboard.ts'
import { isAllowedTo } from './allowed-to.ts'

const PAGE_SIZE = 8
/** Nobody turns over more, and each page reads all before it. */
const PAGES_MAX = 50
const DAYS = { default: 7, max: 365 }
const DAY_MS = 86_400_000

/** /audit: who did what, in this group. */
export const auditFeature = new Composer<DeskContext>()

auditFeature.command('audit', async (ctx) => {
  if (!(await isAllowedTo(ctx, 'read-audit', '/audit'))) return
  const of = await askedOf(ctx, ctx.match.trim())
  const screen = of === null ? null : await screenOf(ctx, of, 0)
  if (screen === null) return answerAgent(ctx, ctx.t.html('audit-usage', { max: DAYS.max }))
  await answerAgent(ctx, screen.html, screen.markup)
})

auditFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind !== 'audit') return next()
  if (!(await isAllowedTo(ctx, 'read-audit', '/audit'))) return
  const screen = await screenOf(ctx, tap.of, Math.min(tap.page, PAGES_MAX))
  if (screen === null) return ctx.answerTap(ctx.t.plain('tap-unknown'))
  changeAnswer(ctx, screen.html, screen.markup)
})

/** What the words behind the command ask for; null: nothing that is known. */
async function askedOf(ctx: DeskContext, words: string): Promise<AuditOf | null> {
  if (words === '') return { days: DAYS.default }
  const number = readTicketNumber(words)
  if (number !== null) {
    const ticket = await ctx.desk.stores.tickets.byNumber(number)
    return ticket === null ? null : { ticketId: ticket.id }
  }
  return /^\d{1,3}$/.test(words) ? { days: Number(words) } : null
}

/** Null for what is none of this group's. */
async function screenOf(ctx: DeskContext, of: AuditOf, page: number): Promise<Screen | null> {
  const scope = await scopeOf(ctx, of)
  if (scope === null) return null
  const found = await readAudit(ctx.desk, scope, page, PAGE_SIZE)
  const { catalog, timeZone } = ctx.desk.rules
  const [agents, numbers] = await Promise.all([
    namedAgents(ctx, found.lines),
    numbersIn(ctx, found.lines, of),
  ])
  return auditScreen(ctx.t, found, { page, of }, { agents, numbers, catalog, timeZone })
}

async function scopeOf(ctx: DeskContext, of: AuditOf): Promise<AuditScope | null> {
  const chatId = ctx.staffChatId
  if (chatId === null) return null
  if ('ticketId' in of) {
    const thread = await ctx.desk.stores.threads.ofTicket(of.ticketId)
    return thread?.chatId === chatId ? of : null
  }
  if (of.days < 1 || of.days > DAYS.max) return null
  const since = new Date(ctx.desk.now.getTime() - of.days * DAY_MS)
  return { chatIds: await idsOfGroup(ctx.desk, chatId), since }
}

async function namedAgents(
  ctx: DeskContext,
  lines: readonly AuditLine[],
): Promise<ReadonlyMap<string, KnownAgent>> {
  const ids = lines.flatMap((line) => {
    const { actor } = line.kind === 'event' ? line.event : line.entry
    return [...actor.split(':').slice(1), ...(line.kind === 'event' ? agentsIn(line.event) : [])]
  })
  const { agents, agentPlaces } = ctx.desk.stores
  const known = new Map<string, KnownAgent>()
  for (const id of new Set(ids)) {
    const agent = await agents.byId(id)
    if (agent === null) continue
    const place = ctx.staffChatId === null ? null : await agentPlaces.of(ctx.staffChatId, id)
    known.set(id, { telegramId: agent.telegramId, name: agent.displayName ?? place?.name ?? null })
  }
  return known
}

async function numbersIn(
  ctx: DeskContext,
  lines: readonly AuditLine[],
  of: AuditOf,
): Promise<Map<string, string>> {
  const asked = 'ticketId' in of ? [of.ticketId] : []
  const ids = lines.flatMap((line) =>
    line.kind === 'event' ? [line.event.ticketId, ...ticketsIn(line.event)] : (line.entry.ticketId ?? []),
  )
  const numbers = new Map<string, string>()
  for (const id of new Set([...asked, ...ids])) {
    const ticket = await ctx.desk.stores.tickets.byId(id)
    if (ticket !== null) numbers.set(id, ticket.number)
  }
  return numbers
}
