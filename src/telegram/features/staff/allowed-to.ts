import { recordAudit, type StaffActor } from '../../../app/record-audit.ts'
import { type Deed, may } from '../../../domain/roles.ts'
import { answerAgent } from '../../answer-agent.ts'
import type { DeskContext } from '../../context.ts'

/** Whoever acts, for the audit. Behind the check that they are an agent. */
export function actorOf(ctx: DeskContext): StaffActor {
  return { agent: ctx.agent, role: ctx.role ?? 'agent', chatId: ctx.staffChatId ?? 0 }
}

/** May the agent do this? Else they are told so, and the audit keeps that they tried. @param what the command, as the audit names it */
export async function isAllowedTo(ctx: DeskContext, deed: Deed, what: string): Promise<boolean> {
  const actor = actorOf(ctx)
  if (may(actor.role, deed)) return true
  recordAudit(ctx.desk, actor, { action: 'refused', subject: what })
  if (ctx.callbackQuery !== undefined) ctx.answerTap(ctx.t.plain('staff-not-allowed'), true)
  else await answerAgent(ctx, ctx.t.html('staff-not-allowed'))
  return false
}
