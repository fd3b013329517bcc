import { Composer } from 'grammy'
import type { DeskContext } from '../../context.ts'
import { isCommand } from '../../conversations/intake.ts'
import { tellCustomer } from '../../say.ts'
import { homeButton, keyboard } from '../../views/keyboard.ts'

/** The last one: nothing a customer does is met with silence. */
export const unhandledFeature = new Composer<DeskContext>()

unhandledFeature.on('callback_query', (ctx) => ctx.answerTap(ctx.t.plain('tap-unknown')))

unhandledFeature.on('message', (ctx) => {
  if (isCommand(ctx)) tellCustomer(ctx, ctx.t.html('unknown-command'), keyboard(homeButton(ctx.t)))
})
