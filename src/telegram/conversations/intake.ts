import type { Conversation } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import { readTap } from '../callback-data/callback-data.ts'
import { isServiceMessage } from '../content/read-content.ts'
import type { DeskContext } from '../context.ts'
import { askStep } from './ask-step.ts'
import { takeAnswer } from './take-answer.ts'

/**
 * The form. Each turn asks the first unanswered step of the draft row, waits for what the customer does, and puts the answer into
 * the draft; then the replay log is rewound, so that it never holds more than the step at hand. A lost log costs nothing: the draft
 * knows where it stands.
 */
export async function intake(conversation: Conversation<DeskContext, Context>): Promise<void> {
  const turn = conversation.checkpoint()
  const open = await conversation.external((ctx) => askStep(ctx))
  if (!open) return
  await conversation.waitUntil(isForForm, { next: true })
  await conversation.external((ctx) => takeAnswer(ctx))
  await conversation.rewind(turn)
}

/** Raised when the order of operations above changes: a log of another version is dropped, the draft goes on. */
export const INTAKE_VERSION = 1

/** Words, files and the form's own buttons; commands and menus pass by an open form. */
export function isForForm(ctx: Context): boolean {
  if (ctx.callbackQuery !== undefined) return readTap(ctx.callbackQuery.data ?? '')?.kind === 'intake'
  const message = ctx.message
  return message !== undefined && !isServiceMessage(message) && !isCommand(ctx)
}

export function isCommand(ctx: Context): boolean {
  return (
    ctx.message?.entities?.some((entity) => entity.type === 'bot_command' && entity.offset === 0) ?? false
  )
}
