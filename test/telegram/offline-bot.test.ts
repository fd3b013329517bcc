import { conversations, createConversation } from '@grammyjs/conversations'
import type { Update } from 'grammy/types'
import { expect, test } from 'vitest'
import type { DeskContext } from '../../src/telegram/context.ts'
import { createOfflineBot } from '../../src/telegram/offline-bot.ts'
import { BOT_USER } from '../support/bot-user.ts'

/** grammY's error of the update, its error of the call, and ours. */
const REFUSED = { error: { error: new Error('Handlers make no calls: put an outgoing call into the unit') } }

const chat = { id: 5, type: 'private', first_name: 'Анна' } as const
const from = { id: 5, is_bot: false, first_name: 'Анна' } as const
const update: Update = { update_id: 1, message: { message_id: 1, date: 0, chat, from, text: 'привет' } }

test('a handler that calls Telegram fails its update', async () => {
  const bot = createOfflineBot(BOT_USER)
  bot.on('message', (ctx) => ctx.reply('тайком'))
  await expect(bot.handleUpdate(update)).rejects.toMatchObject(REFUSED)
})

test('so does a conversation that does it', async () => {
  const bot = createOfflineBot(BOT_USER)
  bot.use(conversations<DeskContext, DeskContext>())
  bot.use(
    createConversation<DeskContext, DeskContext>(
      async (_conversation, ctx) => {
        await ctx.reply('тайком')
      },
      { id: 'sneaky' },
    ),
  )
  bot.on('message', (ctx) => ctx.conversation.enter('sneaky'))
  await expect(bot.handleUpdate(update)).rejects.toThrow('HttpError in middleware')
})
