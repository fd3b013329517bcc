import type { ConversationData, ConversationOptions, VersionedState } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import type { DeskContext } from '../context.ts'
import { INTAKE_VERSION } from './intake.ts'

type Storage = NonNullable<ConversationOptions<DeskContext, Context>['storage']>

/** The plugin's storage is the replay log of the update at hand, wherever that is kept. */
export const conversationStorage: Storage = {
  type: 'context',
  version: INTAKE_VERSION,
  adapter: {
    async read(ctx: DeskContext): Promise<VersionedState<ConversationData> | undefined> {
      const stored = await ctx.replayLog.read()
      return stored === null ? undefined : (JSON.parse(stored) as VersionedState<ConversationData>)
    },
    write(ctx: DeskContext, state: object) {
      ctx.replayLog.write(JSON.stringify(state, withoutWords))
    },
    delete(ctx: DeskContext) {
      ctx.replayLog.remove()
    },
  },
}

/** The log begins with the update that opened the form. It is replayed but never looked at, so nobody's words are kept in it. */
function withoutWords(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('update_id' in value)) return value
  return { update_id: value.update_id }
}
