import type { AuditEntry } from '../../app/desk-ports.ts'
import { type AuditLine, type AuditPage, momentOf } from '../../app/read-audit.ts'
import { isForever } from '../../domain/ban.ts'
import type { Catalog } from '../../domain/catalog.ts'
import { TICKET_STATUSES, type TicketStatus } from '../../domain/ticket.ts'
import type { TicketEvent } from '../../domain/ticket-message.ts'
import { formatTicketNumber } from '../../domain/ticket-number.ts'
import { formatMoment } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import { type EventNames, isWorkEvent, workWords } from '../../texts/work-words.ts'
import type { AuditOf } from '../callback-data/callback-data.ts'
import { excerpt } from './excerpts.ts'
import { keyboard, type Screen, tapButton } from './keyboard.ts'
import { staffStatusWord } from './words.ts'

/** Of each text in a line. */
const EXCERPT_MAX = 80

/** By the name customers see, else that of the account in the group; null: neither is known. */
export interface KnownAgent {
  readonly telegramId: number
  readonly name: string | null
}

/** What the lines' ids stand for, and how moments are told. */
export interface AuditNames {
  readonly agents: ReadonlyMap<string, KnownAgent>
  /** Of tickets. */
  readonly numbers: ReadonlyMap<string, string>
  readonly catalog: Catalog
  readonly timeZone: string
}

/** A page of the log: who did what and when, the newest first. */
export function auditScreen(
  t: Texts,
  { lines, hasMore }: AuditPage,
  at: { readonly page: number; readonly of: AuditOf },
  names: AuditNames,
): Screen {
  const title =
    'days' in at.of
      ? t.html('audit-title-days', { days: at.of.days })
      : t.html('audit-title-ticket', { number: numberOf(names, at.of.ticketId) })
  const body = lines.length === 0 ? [t.html('audit-empty')] : lines.map((line) => lineWords(t, line, names))
  const turn = (key: string, page: number) => tapButton(t.plain(key), { kind: 'audit', page, of: at.of })
  const newer = at.page > 0 ? [turn('button-newer', at.page - 1)] : []
  const older = hasMore ? [turn('button-older', at.page + 1)] : []
  return { html: [title, ...body].join('\n\n'), markup: keyboard([...newer, ...older]) }
}

function lineWords(t: Texts, line: AuditLine, names: AuditNames): string {
  const moment = formatMoment(momentOf(line), t.language, names.timeZone)
  if (line.kind === 'event') {
    const { event } = line
    const who = actorWords(t, event.actor, names)
    const number = numberOf(names, event.ticketId)
    return t.html('audit-line-ticket', { moment, who, number, what: eventWords(t, event, names) })
  }
  const { entry } = line
  const who = t.plain('audit-who', { name: actorWords(t, entry.actor, names), role: entry.role })
  const words = t.html('audit-line', { moment, who, what: entryWords(t, entry, names) })
  return entry.reason === null ? words : `${words}\n${t.html('audit-reason', { reason: cut(entry.reason) })}`
}

function eventWords(t: Texts, event: TicketEvent, names: AuditNames): string {
  if (isWorkEvent(event)) return cut(workWords(t, event, eventNames(t, names)))
  const { kind, before, after } = event
  switch (kind) {
    case 'status-changed':
      return t.plain('audit-status', { before: statusWords(t, before), after: statusWords(t, after) })
    case 'assigned':
      return t.plain('audit-assigned', {
        before: agentWords(t, before, names),
        after: agentWords(t, after, names),
      })
    default:
      return t.plain(`audit-${kind}`)
  }
}

function eventNames(t: Texts, names: AuditNames): EventNames {
  return {
    agent: (id) => agentWords(t, id, names),
    number: (ticketId) => names.numbers.get(ticketId),
    catalog: names.catalog,
  }
}

function entryWords(t: Texts, entry: AuditEntry, names: AuditNames): string {
  const before = cut(entry.before ?? '—')
  const after = cut(entry.after ?? '—')
  const subject = cut(entry.subject)
  const number = entry.ticketId === null ? '' : numberOf(names, entry.ticketId)
  switch (entry.action) {
    case 'banned':
      return t.plain('audit-banned', {
        number,
        before: untilWords(t, entry.before, names),
        after: untilWords(t, entry.after, names),
      })
    case 'unbanned':
      return t.plain('audit-unbanned', { number, before: untilWords(t, entry.before, names) })
    case 'refused':
      return t.plain('audit-refused', { subject })
    case 'macro-saved':
      return t.plain('audit-macro-saved', { subject, before, after })
    case 'macro-deleted':
      return t.plain('audit-macro-deleted', { subject, before })
    case 'named':
      return t.plain('audit-named', { before, after })
    case 'guide-pinned':
      return t.plain('audit-guide-pinned')
    default:
      return entry.action satisfies never
  }
}

function actorWords(t: Texts, actor: string, names: AuditNames): string {
  if (actor === 'customer') return t.plain('audit-customer')
  const [, id] = actor.split(':')
  return id === undefined ? t.plain('audit-system') : agentWords(t, id, names)
}

/** By name and account: two agents may have the same name. */
function agentWords(t: Texts, id: string | null, { agents }: AuditNames): string {
  if (id === null) return '—'
  const agent = agents.get(id)
  if (agent === undefined) return t.plain('audit-agent-gone')
  const account = String(agent.telegramId)
  return agent.name === null ? `id ${account}` : `${agent.name} (id ${account})`
}

function statusWords(t: Texts, status: string | null): string {
  const known = TICKET_STATUSES.find((one) => one === status)
  return known === undefined ? '—' : staffStatusWord(t, known satisfies TicketStatus)
}

function untilWords(t: Texts, iso: string | null, { timeZone }: AuditNames): string {
  if (iso === null) return '—'
  const until = new Date(iso)
  return isForever(until) ? t.plain('audit-forever') : formatMoment(until, t.language, timeZone)
}

function numberOf({ numbers }: AuditNames, ticketId: string): string {
  const number = numbers.get(ticketId)
  return number === undefined ? '—' : formatTicketNumber(number)
}

function cut(text: string): string {
  return excerpt(text.replace(/\s+/g, ' '), EXCERPT_MAX)
}
