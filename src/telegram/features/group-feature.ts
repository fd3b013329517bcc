import { Composer } from 'grammy'
import type { Chat, ChatMember } from 'grammy/types'
import { followMovedGroup } from '../../app/follow-moved-group.ts'
import { noteRights } from '../../app/group-troubles.ts'
import { noteForum } from '../../app/note-forum.ts'
import type { GroupTrouble, StaffGroup } from '../../app/staff-ports.ts'
import { isServiceMessage } from '../content/read-content.ts'
import type { DeskContext } from '../context.ts'
import { toStaffGroup } from '../outgoing.ts'
import { checkList, readiness } from '../views/check-list.ts'
import { htmlText } from '../views/keyboard.ts'

/** Milliseconds. */
const LEAVING_SETTLES_MS = 1_000

/** The bot's own place in groups: set-up mode, what the staff group lacks, and leaving any other group. */
export const groupFeature = new Composer<DeskContext>()

groupFeature.on('my_chat_member', async (ctx) => {
  const { chat, from, old_chat_member: before, new_chat_member: self } = ctx.myChatMember
  const { groups } = ctx.desk
  if (await groups.isOurs(chat.id)) return changePlace(ctx, chat, self, { from: from.id, before })
  if (!isIn(self)) return
  if (!groups.areNamed) return introduce(ctx, chat, self)
  return (await isKnown(ctx, chat.id)) ? sayFormer(ctx, chat.id) : leave(ctx, chat.id)
})

groupFeature.on('message', async (ctx, next) => {
  if (ctx.chat.type === 'private') return
  const { groups } = ctx.desk
  const { migrate_from_chat_id: from, migrate_to_chat_id: to } = ctx.message
  if (from !== undefined) return followMovedGroup(ctx.desk, from, describeGroup(ctx.chat))
  if (to !== undefined) return followMovedGroup(ctx.desk, ctx.chat.id, { chatId: to })
  if (await groups.isOurs(ctx.chat.id)) return next()
  // What the client writes by itself when the bot is added comes beside `my_chat_member`, which has been answered.
  if (isServiceMessage(ctx.message)) return
  if (groups.areNamed && (await isKnown(ctx, ctx.chat.id))) {
    if (ctx.message.reply_to_message?.from?.id === ctx.me.id) sayFormer(ctx, ctx.chat.id)
    return
  }
  if (groups.areNamed) return leave(ctx, ctx.chat.id)
  // In set-up mode /id tells again what the bot said when it came.
  if (ctx.hasCommand(['id', 'start']))
    say(ctx, ctx.chat.id, ctx.t.html('setup-id', { id: String(ctx.chat.id) }))
  if (ctx.ownPlace !== null) introduce(ctx, ctx.chat, ctx.ownPlace.member)
})

function isIn(member: ChatMember): boolean {
  return member.status === 'member' || member.status === 'administrator'
}

function introduce(ctx: DeskContext, chat: Chat, self: ChatMember): void {
  const list = checkList(ctx.t, self, describeGroup(chat).isForum)
  say(ctx, chat.id, [ctx.t.html('setup-id', { id: String(chat.id) }), '', ...list.lines].join('\n'))
}

/** The bot came into a staff group, left it, or has other rights there. */
async function changePlace(
  ctx: DeskContext,
  chat: Chat,
  self: ChatMember,
  { from, before }: { from: number; before: ChatMember },
): Promise<void> {
  if (!isIn(before) && isIn(self)) {
    const { html, markup } = readiness(ctx.t, checkList(ctx.t, self, describeGroup(chat).isForum))
    say(ctx, chat.id, html, { markup })
  }
  if (isIn(self)) await noteForum(ctx.desk, describeGroup(chat))
  await noteRights(ctx.desk, chat.id, troublesOf(chat, self), from)
}

function troublesOf(chat: Chat, self: ChatMember): readonly GroupTrouble[] {
  if (self.status === 'left' || self.status === 'kicked') return ['bot-removed']
  if (self.status === 'restricted')
    return self.is_member
      ? self.can_send_messages === true
        ? ['not-admin']
        : ['cant-write']
      : ['bot-removed']
  if (self.status !== 'administrator') return ['not-admin']
  const isForum = chat.type === 'supergroup' && chat.is_forum === true
  return isForum && self.can_manage_topics !== true ? ['no-topics-right'] : []
}

/** A group that was the staff's is never left: the settings may name it again. */
async function isKnown(ctx: DeskContext, chatId: number): Promise<boolean> {
  return (await ctx.desk.stores.staffGroups.byId(chatId)) !== null
}

function sayFormer(ctx: DeskContext, chatId: number): void {
  say(ctx, chatId, ctx.t.html('setup-former', { id: String(chatId) }))
}

/** The word and the leaving wait a moment: what else comes from the group meanwhile gives no second word. */
function leave(ctx: DeskContext, chatId: number): void {
  const notBefore = new Date(ctx.desk.now.getTime() + LEAVING_SETTLES_MS)
  say(ctx, chatId, ctx.t.html('wrong-group', { id: String(chatId) }), { notBefore })
  const init = {
    id: ctx.desk.ids.next(),
    method: 'leaveChat',
    payload: {},
    policy: 'repeatable',
    notBefore,
  } as const
  ctx.unit.send({ ...toStaffGroup(chatId, null, init), coalesceKey: `leave:${chatId}` })
}

interface Setup {
  readonly notBefore?: Date
  readonly markup?: object
}

function say(ctx: DeskContext, chatId: number, html: string, { notBefore, markup }: Setup = {}): void {
  const init = {
    id: ctx.desk.ids.next(),
    method: 'sendMessage',
    payload: { ...htmlText(html), ...markup },
    policy: 'at-most-once',
    notBefore: notBefore ?? null,
  } as const
  ctx.unit.send({ ...toStaffGroup(chatId, null, init), coalesceKey: `setup:${chatId}` })
}

/** What is kept of a group: whether it has topics decides where a ticket lives. */
export function describeGroup(chat: Chat): StaffGroup {
  const isForum = chat.type === 'supergroup' && chat.is_forum === true
  return { chatId: chat.id, title: chat.title ?? '', isForum }
}
