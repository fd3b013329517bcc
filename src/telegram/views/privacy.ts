import type { InlineKeyboardButton } from 'grammy/types'
import { GRACE_DAYS } from '../../domain/forgetting.ts'
import { formatMoment } from '../../texts/format-moment.ts'
import type { Texts } from '../../texts/texts.ts'
import type { PrivacyWish } from '../callback-data/callback-data.ts'
import type { DeskContext } from '../context.ts'
import { homeButton, keyboard, type Screen, tapButton } from './keyboard.ts'

/** What is kept of the customer, for how long, and what they can do about it. */
export function privacyScreen(ctx: DeskContext): Screen {
  const { t } = ctx
  const { retentionDays = null } = ctx.desk.rules
  const howLong =
    retentionDays === null ? t.html('privacy-no-end') : t.html('privacy-retention', { days: retentionDays })
  const html = withPlannedDeletion(ctx, [t.html('privacy'), howLong].join('\n\n'))
  const end = ctx.customer.deletionAt === null ? [wish(t, 'button-delete', 'delete')] : keepRow(ctx)
  return { html, markup: keyboard([wish(t, 'button-export', 'export')], end, homeButton(t)) }
}

/** Before the deletion is set: what it means, and that some time is left. */
export function askDeletionScreen(ctx: DeskContext, unfinished: number): Screen {
  const { t } = ctx
  const lines = [t.html('ask-deletion', { days: GRACE_DAYS })]
  if (unfinished > 0) lines.push(t.html('ask-deletion-open', { count: unfinished }))
  const yes = wish(t, 'button-delete-yes', 'delete-yes')
  return { html: lines.join('\n\n'), markup: keyboard([yes], [wish(t, 'button-back', 'show')]) }
}

/** The deletion is set. */
export function plannedScreen(ctx: DeskContext, at: Date): Screen {
  const html = ctx.t.html('deletion-planned', { moment: momentOf(ctx, at) })
  const again = [wish(ctx.t, 'button-export', 'export')]
  return { html, markup: keyboard(keepRow(ctx), again, homeButton(ctx.t)) }
}

/** Leads back from a word about the export. */
export function backToPrivacy(t: Texts): ReturnType<typeof keyboard> {
  return keyboard([wish(t, 'button-privacy', 'show')], homeButton(t))
}

/** While a deletion is set, the screens that everybody comes by say so. */
export function withPlannedDeletion(ctx: DeskContext, html: string): string {
  const { deletionAt } = ctx.customer
  if (deletionAt === null) return html
  return [html, ctx.t.html('deletion-waits', { moment: momentOf(ctx, deletionAt) })].join('\n\n')
}

/** The button that ends it; no row where none is set. */
export function keepRow(ctx: DeskContext): InlineKeyboardButton[] {
  return ctx.customer.deletionAt === null ? [] : [wish(ctx.t, 'button-keep-data', 'keep')]
}

export function momentOf(ctx: DeskContext, moment: Date): string {
  return formatMoment(moment, ctx.t.language, ctx.desk.rules.timeZone)
}

function wish(t: Texts, key: string, what: PrivacyWish): InlineKeyboardButton {
  return tapButton(t.plain(key), { kind: 'privacy', what })
}
