import { Composer } from 'grammy'
import { answerAgent } from '../../answer-agent.ts'
import type { DeskContext } from '../../context.ts'

/** Tells an agent what they are in this group, and what that lets them do. */
export const roleFeature = new Composer<DeskContext>()

roleFeature.command('role', (ctx) =>
  answerAgent(ctx, ctx.t.html('staff-role', { role: ctx.role ?? 'agent' })),
)
