import type { DeskContext } from './context.ts'
import { toPerson, toStaffGroup } from './outgoing.ts'
import type { AgentWord } from './report-data.ts'
import { tellAgentPrivately } from './say.ts'
import { htmlText } from './views/keyboard.ts'

/** Answers an agent so that nobody else reads it. */
export function answerAgent(ctx: DeskContext, html: string, markup: AgentWord['markup']): void {
  tellAgentPrivately(ctx, html, markup)
}

/** Shows something else in an answer that was tapped, in the agent's private chat or in the group. */
export function changeAnswer(ctx: DeskContext, html: string, markup: AgentWord['markup']): void {
  const tapped = ctx.callbackQuery?.message
  if (tapped === undefined) return
  const init = {
    id: ctx.desk.ids.next(),
    method: 'editMessageText',
    payload: { message_id: tapped.message_id, ...htmlText(html), ...markup },
    policy: 'repeatable',
    coalesceKey: `answer:${tapped.chat.id}:${tapped.message_id}`,
  } as const
  const { chat } = tapped
  ctx.unit.send(chat.id < 0 ? toStaffGroup(chat.id, null, init) : toPerson(chat.id, init))
}
