import { Composer } from 'grammy'
import { orderExport } from '../../../app/order-export.ts'
import { keepData, planDeletion } from '../../../app/plan-deletion.ts'
import { type PrivacyWish, readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { showScreen } from '../../say.ts'
import type { Screen } from '../../views/keyboard.ts'
import {
  askDeletionScreen,
  backToPrivacy,
  momentOf,
  plannedScreen,
  privacyScreen,
} from '../../views/privacy.ts'

/** /privacy and the screens behind it: whatever is tapped is about whoever taps. */
export const privacyFeature = new Composer<DeskContext>()

privacyFeature.command('privacy', (ctx) => show(ctx, privacyScreen(ctx)))

privacyFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind !== 'privacy') return next()
  await grant(ctx, tap.what)
})

async function grant(ctx: DeskContext, what: PrivacyWish): Promise<void> {
  switch (what) {
    case 'show':
      return show(ctx, privacyScreen(ctx))
    case 'export':
      return giveExport(ctx)
    case 'delete':
      return askDeletion(ctx)
    case 'delete-yes':
      ctx.customer = planDeletion(ctx.desk, ctx.customer)
      return showPlanned(ctx)
    case 'keep':
      return keep(ctx)
    default:
      return what satisfies never
  }
}

function giveExport(ctx: DeskContext): void {
  const { allowedAt } = orderExport(ctx.desk, ctx.customer)
  if (allowedAt === null) {
    ctx.answerTap(ctx.t.plain('tap-export-begun'))
    showScreen(ctx, ctx.t.html('export-begun'), backToPrivacy(ctx.t))
    return
  }
  const moment = momentOf(ctx, allowedAt)
  ctx.answerTap(ctx.t.plain('tap-export-early'))
  showScreen(ctx, ctx.t.html('export-early', { moment }), backToPrivacy(ctx.t))
}

async function askDeletion(ctx: DeskContext): Promise<void> {
  // The button of an older message: the day is set already.
  if (ctx.customer.deletionAt !== null) return showPlanned(ctx)
  const unfinished = await ctx.desk.stores.tickets.unfinishedOf(ctx.customer.id)
  show(ctx, askDeletionScreen(ctx, unfinished.length))
}

function showPlanned(ctx: DeskContext): void {
  const { deletionAt } = ctx.customer
  if (deletionAt !== null) show(ctx, plannedScreen(ctx, deletionAt))
}

function keep(ctx: DeskContext): void {
  const wasPlanned = ctx.customer.deletionAt !== null
  ctx.customer = keepData(ctx.desk, ctx.customer)
  const key = wasPlanned ? 'deletion-kept' : 'deletion-none'
  showScreen(ctx, ctx.t.html(key), backToPrivacy(ctx.t))
}

function show(ctx: DeskContext, { html, markup }: Screen): void {
  showScreen(ctx, html, markup)
}
