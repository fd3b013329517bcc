import { type Catalog, findCategory, findProblem } from '../domain/catalog.ts'
import { TICKET_STATUSES } from '../domain/ticket.ts'
import { formatTicketNumber } from '../domain/ticket-number.ts'
import { visibleName } from '../domain/visible-name.ts'
import { formatClock } from '../texts/format-clock.ts'
import { formatMoment } from '../texts/format-moment.ts'
import type { Texts } from '../texts/texts.ts'
import { escapeHtml, line, pageHead, wordsIn } from './page-parts.ts'
import type { ShownFile, Transcript, TranscriptEvent, TranscriptMessage } from './transcript.ts'

/** For a phone first: one column, messages to the left and to the right, notes unlike either. */
const STYLE = `*{box-sizing:border-box}body{font:16px/1.45 system-ui,-apple-system,"Segoe UI",sans-serif;max-width:44rem;margin:0 auto;padding:1rem;color:#1c2733;background:#e9edf2}
h1{font-size:1.4rem;margin:.25rem 0 0}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}.topic{margin:.15rem 0 .75rem;color:#5f6c7b}
section,dl{background:#fff;border-radius:.75rem;padding:.75rem 1rem;margin:0}dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem}dt{color:#5f6c7b}dd{margin:0;overflow-wrap:anywhere}
p{margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}.m{width:fit-content;max-width:88%;min-width:9rem;margin:.5rem 0;padding:.5rem .8rem;border-radius:.9rem;background:#fff}
.agent,.note{margin-left:auto}.agent{background:#d6e9f8}.note{background:#fff6d6;border:1px dashed #b98900}.m header{font-size:.8rem;color:#5f6c7b}.m b{color:#1c2733}.gone{color:#5f6c7b;font-style:italic}
.e{text-align:center;font-size:.85rem;color:#5f6c7b;margin:.6rem 0;overflow-wrap:anywhere}.d{text-align:center;margin:1rem 0 .5rem;font-weight:600;font-size:.9rem}.left{font-size:.9rem;color:#5f6c7b;border-left:3px solid #b8c2cd;padding-left:.6rem}
img{display:block;max-width:100%;max-height:min(60vh,26rem);margin:.4rem 0;border-radius:.5rem}footer{font-size:.8rem;color:#5f6c7b;margin:1.5rem 0 .5rem;text-align:center}
@media print{body{background:#fff}.m,section,dl{border:1px solid #ccc}}`

interface Page {
  readonly t: Texts
  readonly catalog: Catalog
  readonly timeZone: string
}

/** The page in parts: photos may make it large. */
export function transcriptPage(page: Page, transcript: Transcript): readonly string[] {
  const { t, catalog } = page
  const { ticket, attachments, entries, madeAt } = transcript
  const title = t.plain('transcript-title', { number: formatTicketNumber(ticket.number) })
  const category = findCategory(catalog, ticket.categoryId)?.title[t.language] ?? ticket.categoryId
  const problem =
    findProblem(catalog, ticket.categoryId, ticket.problemId)?.title[t.language] ?? ticket.problemId
  return [
    pageHead(t, title, STYLE),
    `<h1>${escapeHtml(title)}</h1><p class="topic">${escapeHtml(t.plain('card-topic', { category, problem }))}</p>`,
    facts(page, transcript),
    heading(t.plain('transcript-description')),
    `<section>${line(ticket.description)}`,
    ...attachments.map(({ file, caption }, place) => showFile(page, file, place + 1) + line(caption ?? '')),
    '</section>',
    heading(t.plain('transcript-talk')),
    ...(entries.length === 0 ? [line(t.plain('transcript-empty'))] : []),
    ...showEntries(page, transcript),
    `<footer>${escapeHtml(t.plain('transcript-made-at', { moment: formatMoment(madeAt, t.language, page.timeZone) }))}</footer>`,
    '</body></html>\n',
  ]
}

function facts(page: Page, { ticket, customer, assignee, rating }: Transcript): string {
  const { t } = page
  const when = (date: Date | null) => date && clock(page, date, 'both')
  const rows: readonly (readonly [string, string | null])[] = [
    [t.plain('transcript-status'), statusWord(t, ticket.status)],
    [t.plain('card-label-priority'), t.plain(`priority-${ticket.priority}`)],
    [t.plain('transcript-customer'), customerName(customer)],
    [t.plain('card-label-order'), ticket.orderNumber],
    [t.plain('transcript-assignee'), assignee],
    [t.plain('transcript-created'), when(ticket.createdAt)],
    [t.plain('transcript-promised'), when(ticket.promisedAt)],
    [t.plain('transcript-first-reply'), when(ticket.firstReplyAt)],
    [t.plain('transcript-resolved'), when(ticket.resolvedAt)],
    [t.plain('transcript-rating'), rating && t.plain('transcript-rating-value', { score: rating.score })],
    [t.plain('transcript-comment'), rating?.comment ?? null],
  ]
  const shown = rows.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [`<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`],
  )
  return `<dl>${shown.join('')}</dl>`
}

function customerName(customer: Transcript['customer']): string | null {
  return customer && visibleName(`${customer.firstName} ${customer.lastName ?? ''}`)
}

/** Each day has its name above it, so that times are enough below. */
function showEntries(page: Page, transcript: Transcript): readonly string[] {
  let day = ''
  return transcript.entries.map((entry) => {
    const shown = entry.kind === 'message' ? showMessage(page, entry, transcript) : showEvent(page, entry)
    const its = clock(page, entry.at, 'date')
    if (shown === '' || its === day) return shown
    day = its
    return `<div class="d">${escapeHtml(its)}</div>${shown}`
  })
}

function showMessage(page: Page, message: TranscriptMessage, { customer }: Transcript): string {
  const { t } = page
  const { author, at, editedAt } = message
  const who =
    author === 'customer' ? customerName(customer) || t.plain('transcript-by-customer') : message.name
  const more = [
    ...(author === 'note' ? [t.plain('transcript-note')] : []),
    clock(page, at, 'time'),
    ...(editedAt === null ? [] : [t.plain('transcript-edited', { moment: clock(page, editedAt, 'both') })]),
  ]
  const head = `<header><b>${escapeHtml(who ?? '')}</b> · ${escapeHtml(more.join(' · '))}</header>`
  const body = message.isRetracted
    ? `<p class="gone">${escapeHtml(t.plain('transcript-retracted'))}</p>`
    : (message.file === null ? '' : showFile(page, message.file, 1)) + line(wordsOf(t, message))
  return `<article class="m ${author}">${head}${body}</article>`
}

/** A note without the sign that makes it one. */
function wordsOf(t: Texts, { author, content }: TranscriptMessage): string {
  const words = wordsIn(t, content)
  return author === 'note' ? words.replace(/^\s*\/\/\s*/, '') : words
}

function showEvent(page: Page, { event, by, assignee, work, at }: TranscriptEvent): string {
  const { t } = page
  const what = work === null ? eventWords(t, event, assignee) : capitalized(work)
  if (what === null) return ''
  const actors: Readonly<Record<string, string>> = {
    customer: t.plain('transcript-by-customer'),
    system: t.plain('transcript-by-system'),
  }
  // Who has taken it is named once.
  const who = by !== null && by === assignee ? '' : (by ?? actors[event.actor] ?? '')
  const words = [what, who, clock(page, at, 'time')].filter((word) => word !== '').join(' · ')
  return `<div class="e">${escapeHtml(words)}</div>`
}

/** In the log the same words stand behind a colon. */
function capitalized(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1)
}

/** Null: the message itself shows it. */
function eventWords(t: Texts, event: TranscriptEvent['event'], assignee: string | null): string | null {
  switch (event.kind) {
    case 'status-changed': {
      const [before, after] = [statusWord(t, event.before), statusWord(t, event.after)]
      return t.plain('transcript-event-status', { before, after })
    }
    case 'assigned':
      return assignee === null
        ? t.plain('transcript-event-unassigned')
        : t.plain('transcript-event-assigned', { name: assignee })
    case 'opened':
    case 'delivery-failed':
    case 'delivery-held':
    case 'mailed':
    case 'mail-failed':
      return t.plain(`transcript-event-${event.kind}`)
    default:
      return null
  }
}

/** As agents read it: in the customer's words "your answer" would be their own. */
export function statusWord(t: Texts, status: string | null): string {
  const known = TICKET_STATUSES.find((one) => one === status)
  if (known === undefined) return status ?? ''
  return known === 'pending' ? t.plain('staff-status-pending') : t.plain(`status-${known}`)
}

/** The address is of our own making: letters and digits. */
function showFile({ t }: Page, file: ShownFile, place: number): string {
  if (file.kind === 'photo') {
    const alt = escapeHtml(t.plain('transcript-photo-alt', { place }))
    return `<img src="${file.address}" alt="${alt}" loading="lazy">`
  }
  const name = file.name === null ? '' : `${visibleName(file.name)}. `
  return `<p class="left">${escapeHtml(`${name}${t.plain(`transcript-left-${file.why}`)}`)}</p>`
}

function clock({ t, timeZone }: Page, date: Date, way: Parameters<typeof formatClock>[1]): string {
  return formatClock(date, way, t.language, timeZone)
}

function heading(text: string): string {
  return `<h2>${escapeHtml(text)}</h2>`
}
