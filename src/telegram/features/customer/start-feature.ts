import { Composer } from 'grammy'
import type { KnownBefore } from '../../../domain/intake/draft.ts'
import { visibleName } from '../../../domain/visible-name.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { changeTapped, showScreen, tellCustomer } from '../../say.ts'
import { readStartLink } from '../../start-link.ts'
import { contactsScreen } from '../../views/contacts.ts'
import { draftChoice } from '../../views/draft-choice.ts'
import { homeButton, keyboard, tapButton } from '../../views/keyboard.ts'
import { keepRow, withPlannedDeletion } from '../../views/privacy.ts'
import { beginIntake } from './begin-intake.ts'

/** Taps closer than this are one impatient tap. Milliseconds. */
const TAPPED_TWICE_MS = 2_000

/** The door: /start, /new, /help, /contacts and the main menu. */
export const startFeature = new Composer<DeskContext>()

startFeature.command('start', async (ctx) => {
  const known = followLink(ctx)
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  if (draft === null) return known === null ? showHome(ctx) : beginIntake(ctx, { known })
  if (known !== null) ctx.desk.stores.drafts.save({ ...draft, linked: known })
  const words = known?.orderNumber ? 'draft-waits-linked' : 'draft-waits'
  const choice = draftChoice(ctx.t, draft.id).reply_markup.inline_keyboard
  const html = withPlannedDeletion(ctx, ctx.t.html(words, { number: known?.orderNumber ?? '' }))
  tellCustomer(ctx, html, keyboard(...choice, keepRow(ctx)))
})

/** What a link of the shop's site says; a forged or expired one says nothing. */
function followLink(ctx: DeskContext): KnownBefore | null {
  const payload = ctx.match
  const { linkSecret } = ctx.deps
  if (linkSecret === null || typeof payload !== 'string' || payload === '') return null
  const link = readStartLink(linkSecret, payload, ctx.desk.now)
  if ('refused' in link) {
    ctx.deps.log.info({ refused: link.refused }, 'A link that opens the form counts for nothing')
    return null
  }
  const { shopCustomerId, orderNumber, topic } = link
  if (shopCustomerId !== null && shopCustomerId !== ctx.customer.shopCustomerId) {
    ctx.customer = { ...ctx.customer, shopCustomerId }
    ctx.desk.stores.customers.save(ctx.customer)
  }
  return { orderNumber, topic }
}

startFeature.command('new', (ctx) => beginIntake(ctx))

startFeature.command('help', (ctx) => showHelp(ctx))

startFeature.command('contacts', (ctx) => showContacts(ctx))

startFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind === 'draft') return continueDraft(ctx, tap.draftId, tap.what)
  if (tap?.kind !== 'menu' || tap.item === 'language') return next()
  if (tap.item === 'help') return showHelp(ctx)
  if (tap.item === 'contacts') return showContacts(ctx)
  if (tap.item === 'home') return showHome(ctx)
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  const openFor = draft === null ? null : ctx.desk.now.getTime() - draft.updatedAt.getTime()
  // The second of two taps in a row: the question stands on the screen already.
  if (openFor === null || openFor >= TAPPED_TWICE_MS) await beginIntake(ctx)
})

async function continueDraft(ctx: DeskContext, draftId: string, what: 'resume' | 'restart'): Promise<void> {
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  if (draft?.id !== draftId) {
    ctx.answerTap(ctx.t.plain('tap-form-closed'))
    return changeTapped(ctx, ctx.t.html('form-closed'), keyboard(homeButton(ctx.t)))
  }
  const { linked } = draft
  await beginIntake(ctx, { afresh: what === 'restart', ...(linked === undefined ? {} : { known: linked }) })
}

function showHome(ctx: DeskContext): void {
  const button = (key: string, item: 'new' | 'contacts' | 'help' | 'language') =>
    tapButton(ctx.t.plain(key), { kind: 'menu', item })
  const hasContacts = ctx.desk.rules.catalog.contacts !== undefined
  const rows = keyboard(
    [button('button-new-ticket', 'new')],
    [tapButton(ctx.t.plain('button-my-tickets'), { kind: 'tickets', page: 0 })],
    hasContacts ? [button('button-contacts', 'contacts')] : [],
    [button('button-help', 'help'), button('button-language', 'language')],
    keepRow(ctx),
  )
  showScreen(ctx, withPlannedDeletion(ctx, greeting(ctx)), rows)
}

function greeting({ t, customer }: DeskContext): string {
  const name = visibleName(customer.firstName)
  return name === '' ? t.html('home-nameless') : t.html('home', { name })
}

function showHelp(ctx: DeskContext): void {
  const privacy = tapButton(ctx.t.plain('button-privacy'), { kind: 'privacy', what: 'show' })
  showScreen(ctx, ctx.t.html('help'), keyboard([privacy], homeButton(ctx.t)))
}

function showContacts(ctx: DeskContext): void {
  const { catalog, timeZone } = ctx.desk.rules
  const { html, markup } = contactsScreen(ctx.t, catalog, { now: ctx.desk.now, timeZone })
  showScreen(ctx, html, markup)
}
