import type { Message } from 'grammy/types'
import { isAsideKnown } from '../app/speak-aside.ts'
import { markupForPrivate, type Word, wordAside, wordInPrivate } from './agent-words.ts'
import type { DeskContext } from './context.ts'
import { type CallInit, toPerson, toStaffGroup } from './outgoing.ts'
import type { AgentWord } from './report-data.ts'
import { tellAgent } from './say.ts'
import { htmlText } from './views/keyboard.ts'

/**
 * Answers an agent's question so that nobody else reads it: in the group for their eyes alone, where the server and the kind of
 * group can do it; else in their private chat; and where the bot can't write to them, in the group, with the mend. An admin who
 * writes anonymously reads it in the group. Data of its buttons: at most 50 bytes.
 */
export async function answerAgent(
  ctx: DeskContext,
  html: string,
  markup: AgentWord['markup'] = {},
): Promise<void> {
  const word = wordFor(ctx, html, markup)
  if (word === null) return tellAgent(ctx, html, markup)
  const isInGroup = ctx.chat?.type === 'supergroup'
  const tapId = ctx.callbackQuery?.id ?? null
  const id = ctx.desk.ids.next()
  const isAside = isInGroup && (await isAsideKnown(ctx.desk))
  ctx.unit.send(isAside ? wordAside(id, word, tapId) : wordInPrivate(id, word))
}

/** Answers an agent in their private chat, also where the group could show it to them alone: for what they want to keep. */
export function tellAgentPrivately(ctx: DeskContext, html: string, markup: AgentWord['markup'] = {}): void {
  const word = wordFor(ctx, html, markup)
  if (word === null) tellAgent(ctx, html, markup)
  else ctx.unit.send(wordInPrivate(ctx.desk.ids.next(), word))
}

/** Changes the answer that was tapped, wherever it stands. Data of its buttons: at most 50 bytes. */
export function changeAnswer(ctx: DeskContext, html: string, markup: AgentWord['markup'] = {}): void {
  const tapped = ctx.callbackQuery?.message as Message | undefined
  const { from, staffChatId } = ctx
  if (tapped === undefined || from === undefined || staffChatId === null) return
  const id = ctx.desk.ids.next()
  if (tapped.chat.type === 'private') {
    const payload = { ...htmlText(html), ...markupForPrivate(markup, staffChatId) }
    ctx.unit.send(toPerson(from.id, { id, ...inPlaceOf(tapped, payload) }))
    return
  }
  const payload = { ...htmlText(html), ...markup }
  const asideId = tapped.ephemeral_message_id
  const init = asideId === undefined ? inPlaceOf(tapped, payload) : inPlaceOfAside(from.id, asideId, payload)
  ctx.unit.send(toStaffGroup(staffChatId, null, { id, ...init }))
}

function inPlaceOf(tapped: Message, payload: object): Omit<CallInit, 'id'> {
  // https://core.telegram.org/bots/api#inaccessiblemessage
  if ((tapped.date as number) === 0) return { method: 'sendMessage', payload: { ...payload } }
  const coalesceKey = `answer:${tapped.message_id}`
  const target = { message_id: tapped.message_id }
  return { method: 'editMessageText', payload: { ...target, ...payload }, policy: 'repeatable', coalesceKey }
}

function inPlaceOfAside(receiverId: number, asideId: number, payload: object): Omit<CallInit, 'id'> {
  const coalesceKey = `answer:${receiverId}:${asideId}`
  const target = { receiver_user_id: receiverId, ephemeral_message_id: asideId }
  const method = 'editEphemeralMessageText'
  return { method, payload: { ...target, ...payload }, policy: 'repeatable', coalesceKey }
}

/** Null where there is nobody to be told alone. */
function wordFor(ctx: DeskContext, html: string, markup: AgentWord['markup']): Word | null {
  const { from, msg: message, staffChatId } = ctx
  if (from === undefined || message === undefined || staffChatId === null || ctx.senderChat !== undefined)
    return null
  const isInGroup = message.chat.id === staffChatId
  const topicId = isInGroup && message.is_topic_message ? (message.message_thread_id ?? null) : null
  // An ephemeral message has none, and one of a private chat means nothing in the group.
  const messageId = isInGroup && message.message_id > 0 ? message.message_id : null
  return {
    html,
    markup,
    agent: { telegramId: from.id, name: from.first_name },
    asked: { chatId: staffChatId, topicId, messageId },
    bot: ctx.me.username,
  }
}
