import { Composer } from 'grammy'
import { LANGUAGES, type Language } from '../../../domain/people.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { showStep } from '../../conversations/ask-step.ts'
import { changeTapped, showScreen } from '../../say.ts'
import { homeButton, keyboard, tapButton } from '../../views/keyboard.ts'

export const languageFeature = new Composer<DeskContext>()

languageFeature.command('language', (ctx) => askLanguage(ctx))

languageFeature.on('callback_query:data', async (ctx, next) => {
  const tap = readTap(ctx.callbackQuery.data)
  if (tap?.kind === 'menu' && tap.item === 'language') return askLanguage(ctx)
  if (tap?.kind !== 'language') return next()
  await chooseLanguage(ctx, tap.language)
})

function askLanguage(ctx: DeskContext): void {
  const buttons = LANGUAGES.map((language) =>
    tapButton(ctx.deps.textsFor(language).plain('language-name'), { kind: 'language', language }),
  )
  showScreen(ctx, ctx.t.html('ask-language'), keyboard(buttons))
}

async function chooseLanguage(ctx: DeskContext, language: Language): Promise<void> {
  ctx.customer = { ...ctx.customer, language, languageChosen: true }
  ctx.desk.stores.customers.save(ctx.customer)
  ctx.t = ctx.deps.textsFor(language)
  const draft = await ctx.desk.stores.drafts.of(ctx.customer.id)
  changeTapped(ctx, ctx.t.html('language-chosen'), draft === null ? keyboard(homeButton(ctx.t)) : {})
  // The open form asks its question again, in the language just chosen.
  if (draft !== null) await showStep(ctx, draft, { how: 'replace' })
}
