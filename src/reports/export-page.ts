import { type Catalog, findCategory, findProblem } from '../domain/catalog.ts'
import type { KeptMessage } from '../domain/intake/draft.ts'
import { isMedia } from '../domain/message-content.ts'
import { formatTicketNumber } from '../domain/ticket-number.ts'
import { formatMoment } from '../texts/format-moment.ts'
import type { Texts } from '../texts/texts.ts'
import type { ExportedMessage, ExportedTicket, Fate, Kept } from './customer-export.ts'
import { escapeHtml, line, pageHead, wordsIn } from './page-parts.ts'

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h2{border-top:1px solid #ccc;padding-top:1rem}dt{color:#666}dd{margin:0 0 .5rem}p,dd{white-space:pre-wrap;overflow-wrap:anywhere}
.m{margin:.75rem 0;padding:.5rem .75rem;border-radius:.5rem;background:#f2f2f2}.m.agent{background:#e8f1fb}.m small,.left{color:#666}
img{max-width:100%;max-height:24rem;display:block;margin:.5rem 0}`

interface Page {
  readonly t: Texts
  readonly catalog: Catalog
  readonly moment: (date: Date) => string
  readonly fates: ReadonlyMap<string, Fate>
}

/** The readable page of an export, whole in one file. Whatever people wrote is escaped. */
export function exportPage(
  t: Texts,
  catalog: Catalog,
  timeZone: string,
  kept: Kept,
  fates: ReadonlyMap<string, Fate>,
): string {
  const page: Page = { t, catalog, fates, moment: (date) => formatMoment(date, t.language, timeZone) }
  const { tickets, draft, parked, madeAt } = kept
  const title = t.plain('export-title')
  const none = tickets.length === 0 ? [line(t.plain('export-no-tickets'))] : []
  return [
    pageHead(t, title, STYLE),
    `<h1>${escapeHtml(title)}</h1>`,
    line(t.plain('export-made-at', { moment: page.moment(madeAt) })),
    ...profile(page, kept),
    heading(t.plain('export-tickets')),
    ...none,
    ...tickets.toReversed().map((ticket) => section(page, ticket)),
    ...(draft === null
      ? []
      : [heading(t.plain('export-draft')), ...draft.description.map(({ text }) => line(text))]),
    ...(draft?.kept ?? []).map((message) => waiting(t, message)),
    ...(parked.length === 0 ? [] : [heading(t.plain('export-parked'))]),
    ...parked.map((message) => waiting(t, message)),
    ...kept.looseFiles.map(({ path, fileName }) => showFile(page, path, fileName)),
    '</body></html>\n',
  ].join('\n')
}

function profile({ t, moment }: Page, { customer }: Kept): string[] {
  const { consentAt } = customer
  const facts: readonly (readonly [string, string | null])[] = [
    [t.plain('export-name'), [customer.firstName, customer.lastName].join(' ').trim()],
    [t.plain('export-username'), customer.username && `@${customer.username}`],
    [t.plain('export-account'), String(customer.telegramId)],
    [t.plain('export-language'), t.plain('language-name')],
    [t.plain('export-known-since'), moment(customer.createdAt)],
    [t.plain('export-consent'), consentAt && moment(consentAt)],
    [t.plain('export-email'), customer.email],
    [t.plain('export-shop-id'), customer.shopCustomerId],
  ]
  const rows = facts.flatMap(([label, value]) =>
    value === null ? [] : [`<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`],
  )
  return [heading(t.plain('export-profile')), `<dl>${rows.join('\n')}</dl>`]
}

function section(page: Page, { ticket, attachments, messages, history, rating }: ExportedTicket): string {
  const { t, catalog, moment } = page
  const category = findCategory(catalog, ticket.categoryId)?.title[t.language] ?? ticket.categoryId
  const problem =
    findProblem(catalog, ticket.categoryId, ticket.problemId)?.title[t.language] ?? ticket.problemId
  const number = formatTicketNumber(ticket.number)
  const { orderNumber, replyTo } = ticket
  return [
    `<h3>${escapeHtml(t.plain('export-ticket', { number, status: t.plain(`status-${ticket.status}`) }))}</h3>`,
    line(t.plain('card-topic', { category, problem })),
    line(t.plain('export-filed', { moment: moment(ticket.createdAt) })),
    ...(orderNumber === null ? [] : [line(t.plain('export-order', { value: orderNumber }))]),
    ...(replyTo === null ? [] : [line(t.plain('export-reply-to', { value: replyTo }))]),
    line(ticket.description),
    ...attachments.map(({ path, fileName, caption }) => showFile(page, path, fileName) + line(caption ?? '')),
    ...(messages.length === 0 ? [] : [`<h4>${escapeHtml(t.plain('export-talk'))}</h4>`]),
    ...messages.map((message) => talk(page, message)),
    ...(rating === null ? [] : [line(t.plain('export-rating', { score: rating.score }))]),
    line(rating?.comment ?? ''),
    `<h4>${escapeHtml(t.plain('export-history'))}</h4>`,
    ...history.map(({ status, at }) =>
      line(t.plain('ticket-step', { moment: moment(at), status: t.plain(`status-${status}`) })),
    ),
  ].join('\n')
}

function talk(page: Page, { author, agentName, content, path, at }: ExportedMessage): string {
  const { t } = page
  const who = author === 'customer' ? t.plain('export-you') : (agentName ?? t.plain('agent-unnamed'))
  const name = isMedia(content) ? content.fileName : null
  const file = path === null ? '' : showFile(page, path, name)
  const head = `<small>${escapeHtml(who)} · ${escapeHtml(page.moment(at))}</small>`
  return `<div class="m ${author}">${head}${file}${line(wordsIn(t, content))}</div>`
}

function waiting(t: Texts, { content }: KeptMessage): string {
  return `<div class="m customer">${line(wordsIn(t, content))}</div>`
}

/** Paths are of our own making. */
function showFile({ t, fates }: Page, path: string, fileName: string | null): string {
  const name = escapeHtml(fileName ?? path.replace(/^.*\//, ''))
  const fate = fates.get(path) ?? 'gone'
  if (fate !== 'there') return `<p class="left">${name}: ${escapeHtml(t.plain(`export-fate-${fate}`))}</p>`
  const picture = /\.(jpe?g|png|gif|webp)$/.test(path) ? `<img src="${path}" alt="">` : ''
  return `<p><a href="${path}">${picture}${name}</a></p>`
}

function heading(text: string): string {
  return `<h2>${escapeHtml(text)}</h2>`
}
