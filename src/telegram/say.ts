import type { ForceReply, InlineKeyboardMarkup } from 'grammy/types'
import type { DeskContext } from './context.ts'
import { replyTo, toCustomer, toStaffGroup } from './outgoing.ts'
import type { AgentWord } from './report-data.ts'
import { htmlText } from './views/keyboard.ts'

export interface Said {
  readonly reply_markup?: InlineKeyboardMarkup | ForceReply
  readonly subject?: string
  readonly replyToMessageId?: number | null
}

/** A new message to the customer who is being answered. @returns the outgoing call's id */
export function tellCustomer(ctx: DeskContext, html: string, more: Said = {}): string {
  const id = ctx.desk.ids.next()
  const { subject = null, replyToMessageId = null, ...markup } = more
  const payload = { ...htmlText(html), ...markup, ...replyTo(replyToMessageId) }
  ctx.unit.send(toCustomer(ctx.customer, { id, method: 'sendMessage', payload, subject }))
  return id
}

/** Changes the message that was tapped; where Telegram says that it can't be reached any more, a new one says it. */
export function changeTapped(
  ctx: DeskContext,
  html: string,
  markup: { reply_markup?: InlineKeyboardMarkup },
): void {
  const tapped = ctx.callbackQuery?.message
  if (tapped === undefined) return
  const messageId = tapped.message_id
  // https://core.telegram.org/bots/api#inaccessiblemessage
  if (tapped.date === 0) {
    tellCustomer(ctx, html, markup)
    return
  }
  ctx.unit.send(
    toCustomer(ctx.customer, {
      id: ctx.desk.ids.next(),
      method: 'editMessageText',
      payload: { message_id: messageId, ...htmlText(html), ...markup },
      policy: 'repeatable',
      coalesceKey: `screen:${messageId}`,
    }),
  )
}

/** Shows a screen: in place after a tap, as a new message after a command. */
export function showScreen(
  ctx: DeskContext,
  html: string,
  markup: { reply_markup?: InlineKeyboardMarkup },
): void {
  if (ctx.callbackQuery === undefined) tellCustomer(ctx, html, markup)
  else changeTapped(ctx, html, markup)
}

/** Answers an agent where they wrote. */
export function tellAgent(ctx: DeskContext, html: string, markup: AgentWord['markup'] = {}): void {
  const chatId = ctx.chat?.id
  if (chatId === undefined) return
  const message = ctx.msg
  const topicId = message?.is_topic_message ? (message.message_thread_id ?? null) : null
  const payload = { ...htmlText(html), ...markup, ...replyTo(message?.message_id ?? null) }
  ctx.unit.send(toStaffGroup(chatId, topicId, { id: ctx.desk.ids.next(), method: 'sendMessage', payload }))
}
