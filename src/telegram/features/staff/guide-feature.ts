import { Composer } from 'grammy'
import { pinGuide } from '../../../app/pin-guide.ts'
import { answerAgent } from '../../answer-agent.ts'
import { readTap } from '../../callback-data/callback-data.ts'
import type { DeskContext } from '../../context.ts'
import { checkList, readiness } from '../../views/check-list.ts'
import { actorOf, isAllowedTo } from './allowed-to.ts'

/** /check: does the bot have all it needs in the group? /id: its number, for the settings. /guide: one page for agents, pinned. */
export const guideFeature = new Composer<DeskContext>()

guideFeature.command('check', async (ctx) => {
  if (ctx.ownPlace === null) return
  const { member, isForum } = ctx.ownPlace
  const { html, markup } = readiness(ctx.t, checkList(ctx.t, member, isForum))
  await answerAgent(ctx, html, markup)
})

guideFeature.command('id', (ctx) => answerAgent(ctx, ctx.t.html('group-id', { id: String(ctx.staffChatId) })))

guideFeature.command('guide', async (ctx) => {
  if (!(await isAllowedTo(ctx, 'pin-guide', '/guide'))) return
  await pinGuide(ctx.desk, actorOf(ctx))
})

guideFeature.on('callback_query:data', async (ctx, next) => {
  if (readTap(ctx.callbackQuery.data)?.kind !== 'guide') return next()
  if (!(await isAllowedTo(ctx, 'pin-guide', '/guide'))) return
  await pinGuide(ctx.desk, actorOf(ctx))
  ctx.answerTap(ctx.t.plain('tap-guide-pinned'))
})
