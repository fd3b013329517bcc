import type { ConversationData, ConversationOptions, VersionedState } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import type { DeskContext } from '../context.ts'
import { INTAKE_VERSION } from './intake.ts'

type Storage = NonNullable<ConversationOptions<DeskContext, Context>['storage']>

/** The replay log goes into the update's own unit: it and the draft are committed together, or neither is. */
export const conversationStorage: Storage = {
  type: 'context',
  version: INTAKE_VERSION,
  adapter: {
    async read(ctx: DeskContext): Promise<VersionedState<ConversationData> | undefined> {
      const stored = await ctx.unit.conversations.read(keyOf(ctx))
      return stored === null ? undefined : (JSON.parse(stored) as VersionedState<ConversationData>)
    },
    write(ctx: DeskContext, state: object) {
      ctx.unit.conversations.write(keyOf(ctx), JSON.stringify(state))
    },
    delete(ctx: DeskContext) {
      ctx.unit.conversations.remove(keyOf(ctx))
    },
  },
}

function keyOf(ctx: DeskContext): string {
  return `private:${ctx.customer.telegramId}`
}
