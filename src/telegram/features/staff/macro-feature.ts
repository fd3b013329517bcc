import { Composer } from 'grammy'
import { customerOf } from '../../../app/customer-of.ts'
import { endPreview, macroRefusal, sendMacro } from '../../../app/send-macro.ts'
import { FILLED_MAX, fillMacro } from '../../../domain/macro.ts'
import type { Ticket } from '../../../domain/ticket.ts'
import { formatTicketNumber } from '../../../domain/ticket-number.ts'
import { answerAgent, changeAnswer } from '../../answer-agent.ts'
import { readTap, type TapData } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { tellAgent } from '../../say.ts'
import type { Screen } from '../../views/keyboard.ts'
import { macroMenu, macroPreview, macroValues } from '../../views/macro-screens.ts'
import { staffStatusWord } from '../../views/words.ts'
import { actorOf } from './allowed-to.ts'
import { ticketOfCommand } from './find-ticket.ts'

/** Ready answers: /m and its menu. The customer gets nothing that the agent has not seen, unless they ask for it with "!". */
export const macroFeature = new Composer<DeskContext>()

macroFeature.command('m', async (ctx) => {
  const { ticket, words } = await ticketOfCommand(ctx)
  if (ticket === null) return tellAgent(ctx, ctx.t.html('staff-no-ticket'))
  const refusal = await refusalWords(ctx, ticket)
  if (refusal !== null) return answerAgent(ctx, refusal)
  if (words === '') return show(ctx, await menuOf(ctx, ticket, 0))
  const isAtOnce = words.endsWith('!')
  const name = isAtOnce ? words.slice(0, -1).trim() : words
  const text = await textByName(ctx, ticket, name)
  if (text === null)
    return answerAgent(ctx, ctx.t.html('macro-unknown', { name: [...name].slice(0, 40).join('') }))
  if (text.length > FILLED_MAX)
    return answerAgent(ctx, ctx.t.html('macro-filled-too-long', { max: FILLED_MAX }))
  if (isAtOnce) return sendMacro(ctx.desk, actorOf(ctx), ticket, text)
  return show(ctx, previewOf(ctx, ticket, text))
})

macroFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind === 'macro-preview') return settle(ctx, tap)
  if (tap?.kind !== 'macro' && tap?.kind !== 'macro-menu') return next()
  const ticket = await ctx.desk.stores.tickets.byId(tap.ticketId)
  if (ticket === null) return ctx.answerTap(ctx.t.plain('tap-unknown'))
  const refusal = await refusalWords(ctx, ticket)
  if (refusal !== null) return changeAnswer(ctx, refusal)
  if (tap.kind === 'macro-menu') return change(ctx, await menuOf(ctx, ticket, tap.page))
  const text = await textById(ctx, ticket, tap)
  if (text === null) return ctx.answerTap(ctx.t.plain('tap-macro-gone'), true)
  if (text.length > FILLED_MAX)
    return changeAnswer(ctx, ctx.t.html('macro-filled-too-long', { max: FILLED_MAX }))
  change(ctx, previewOf(ctx, ticket, text))
})

async function settle(ctx: DeskContext, tap: TapData & { kind: 'macro-preview' }): Promise<void> {
  const end = await endPreview(ctx.desk, actorOf(ctx), tap.previewId, tap.what)
  if (end.kind === 'not-yours') return ctx.answerTap(ctx.t.plain('tap-macro-not-yours'), true)
  if (end.kind === 'gone') return ctx.answerTap(ctx.t.plain('tap-macro-used'))
  const number = formatTicketNumber(end.ticket.number)
  if (end.kind === 'refused') return changeAnswer(ctx, whyNot(ctx, end.why, end.ticket))
  changeAnswer(ctx, ctx.t.html(end.kind === 'sent' ? 'macro-sent' : 'macro-cancelled', { number }))
}

async function refusalWords(ctx: DeskContext, ticket: Ticket): Promise<string | null> {
  const why = await macroRefusal(ctx.desk, ticket, ctx.staffChatId ?? 0)
  return why === null ? null : whyNot(ctx, why, ticket)
}

function whyNot(
  { t }: DeskContext,
  why: 'elsewhere' | 'stripped' | 'ended' | 'resolved',
  ticket: Ticket,
): string {
  const number = formatTicketNumber(ticket.number)
  switch (why) {
    case 'elsewhere':
      return t.html('macro-elsewhere', { number })
    case 'stripped':
      return t.html('staff-stripped')
    case 'ended':
      return t.html('macro-ended', { number, status: staffStatusWord(t, ticket.status) })
    case 'resolved':
      return t.html('macro-resolved', { number })
    default:
      return why satisfies never
  }
}

/** The agent's own goes before an owner's of the same name. */
async function textByName(ctx: DeskContext, ticket: Ticket, name: string): Promise<string | null> {
  const own = await ctx.desk.stores.macros.byName(ctx.agent.id, name)
  if (own !== null) return filled(ctx, ticket, () => own.text)
  return ownersText(ctx, ticket, name.toLowerCase())
}

async function textById(
  ctx: DeskContext,
  ticket: Ticket,
  { of, id }: TapData & { kind: 'macro' },
): Promise<string | null> {
  if (of === 'owner') return ownersText(ctx, ticket, id)
  const own = await ctx.desk.stores.macros.byId(id)
  return own?.agentId === ctx.agent.id ? filled(ctx, ticket, () => own.text) : null
}

async function ownersText(ctx: DeskContext, ticket: Ticket, id: string): Promise<string | null> {
  const macro = ctx.desk.rules.catalog.macros?.find((one) => one.id === id)
  return macro === undefined ? null : filled(ctx, ticket, (language) => macro.text[language])
}

async function filled(
  ctx: DeskContext,
  ticket: Ticket,
  textIn: (language: DeskContext['t']['language']) => string,
): Promise<string> {
  const customer = await customerOf(ctx.desk, ticket)
  const t = ctx.deps.textsFor(customer.language)
  const values = macroValues(t, { ticket, customer, agent: ctx.agent }, ctx.desk.rules.timeZone)
  return fillMacro(textIn(customer.language), values)
}

async function menuOf(ctx: DeskContext, ticket: Ticket, page: number): Promise<Screen> {
  const own = await ctx.desk.stores.macros.of(ctx.agent.id)
  return macroMenu(ctx.t, ticket, { owners: ctx.desk.rules.catalog.macros ?? [], own }, page)
}

function previewOf(ctx: DeskContext, ticket: Ticket, text: string): Screen {
  const { desk } = ctx
  const { agent, chatId } = actorOf(ctx)
  const named = { id: desk.ids.next(), ticketId: ticket.id, agentId: agent.id, chatId }
  const preview = { ...named, text, status: ticket.status, createdAt: desk.now }
  desk.stores.macros.savePreview(preview)
  return macroPreview(ctx.t, ticket, preview)
}

function show(ctx: DeskContext, { html, markup }: Screen): Promise<void> {
  return answerAgent(ctx, html, markup)
}

function change(ctx: DeskContext, { html, markup }: Screen): void {
  changeAnswer(ctx, html, markup)
}
