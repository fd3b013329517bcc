import { Bot } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { DeskContext } from './context.ts'
import { forbiddenFetch } from './forbidden-fetch.ts'

/** grammY's bot without a network: a handler that calls Telegram fails its update. Conversations are given the same client. */
export function createOfflineBot(me: UserFromGetMe): Bot<DeskContext> {
  return new Bot<DeskContext>('0:handlers-make-no-calls', { botInfo: me, client: { fetch: forbiddenFetch } })
}
