import { conversations } from '@grammyjs/conversations'
import { Composer, type NextFunction } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { meetAgent, meetCustomer } from '../app/meet-people.ts'
import { forgetAgentPlace, noteAgentPlace } from '../app/note-agent-place.ts'
import { noteForum } from '../app/note-forum.ts'
import type { Role } from '../domain/roles.ts'
import { visibleName } from '../domain/visible-name.ts'
import type { BotDeps, DeskContext, DeskUnit, TapAnswer } from './context.ts'
import { conversationStorage } from './conversations/conversation-storage.ts'
import { equipContext } from './equip-context.ts'
import { banGate } from './features/customer/ban-gate.ts'
import { freeMessageFeature, ticketReplyFeature } from './features/customer/free-message-feature.ts'
import { intakeFeature } from './features/customer/intake-feature.ts'
import { languageFeature } from './features/customer/language-feature.ts'
import { messageEditFeature } from './features/customer/message-edit-feature.ts'
import { myTicketsFeature } from './features/customer/my-tickets-feature.ts'
import { ownTicketFeature } from './features/customer/own-ticket-feature.ts'
import { paceFeature } from './features/customer/pace-feature.ts'
import { privacyFeature } from './features/customer/privacy-feature.ts'
import { ratingFeature } from './features/customer/rating-feature.ts'
import { reachabilityFeature } from './features/customer/reachability-feature.ts'
import { customerReactionFeature } from './features/customer/reaction-feature.ts'
import { startFeature } from './features/customer/start-feature.ts'
import { unhandledFeature } from './features/customer/unhandled-feature.ts'
import { describeGroup, groupFeature } from './features/group-feature.ts'
import { agentMessageFeature } from './features/staff/agent-message-feature.ts'
import { auditFeature } from './features/staff/audit-feature.ts'
import { banFeature } from './features/staff/ban-feature.ts'
import { cardFeature } from './features/staff/card-feature.ts'
import { guideFeature } from './features/staff/guide-feature.ts'
import { macroFeature } from './features/staff/macro-feature.ts'
import { numbersFeature } from './features/staff/numbers-feature.ts'
import { ownMacroFeature } from './features/staff/own-macro-feature.ts'
import { priorityFeature } from './features/staff/priority-feature.ts'
import { agentReactionFeature } from './features/staff/reaction-feature.ts'
import { roleFeature } from './features/staff/role-feature.ts'
import { staffCommandFeature } from './features/staff/staff-command-feature.ts'
import { staffListFeature } from './features/staff/staff-list-feature.ts'
import { workCommandFeature } from './features/staff/work-command-feature.ts'
import { createOfflineBot } from './offline-bot.ts'
import { pickLanguage } from './pick-language.ts'
import type { ReplayLog } from './replay-logs/replay-log.ts'
import { tellCustomer } from './say.ts'
import type { OwnPlace } from './staff-roll.ts'

/** One update to be worked, with what was fetched for it beforehand. */
export interface UpdateWork {
  readonly unit: DeskUnit
  readonly role: Role | null
  readonly staffChatId: number | null
  readonly ownPlace: OwnPlace | null
  /** Takes what is to be done after the commit. */
  readonly later: (() => void)[]
  readonly replayLog: ReplayLog
  readonly answer: (tap: TapAnswer) => void
}

export interface DeskBot {
  /** Works one update: every change lands in the unit. @throws what a handler throws */
  handle(update: Update, work: UpdateWork): Promise<void>
}

/** The bot's handlers. They have no network: the client they are given refuses every call. */
export function createBot(deps: BotDeps & { readonly me: UserFromGetMe }): DeskBot {
  const works = new WeakMap<Update, UpdateWork>()
  const bot = createOfflineBot(deps.me)
  bot.use((ctx, next) => {
    const work = works.get(ctx.update)
    if (work === undefined) throw new Error('An update came without its unit of work')
    equipContext(ctx, deps, work)
    return next()
  })
  bot
    .chatType('private')
    .filter((ctx) => ctx.staffChatId !== null)
    .use(answersInPrivate())
  bot
    .chatType('private')
    .filter((ctx) => ctx.staffChatId === null)
    .use(privateChats())
  bot.chatType(['group', 'supergroup']).use(groups())
  return {
    async handle(update, work) {
      works.set(update, work)
      await bot.handleUpdate(update)
    },
  }
}

function privateChats(): Composer<DeskContext> {
  const chats = new Composer<DeskContext>()
  chats.use(async (ctx, next) => {
    if (ctx.from === undefined || ctx.from.is_bot) return
    const { id, first_name, last_name, username, language_code } = ctx.from
    // Somebody who was forgotten reacts to an old message: that is no reason to keep them again.
    if (ctx.messageReaction !== undefined && (await ctx.desk.stores.customers.byTelegramId(id)) === null)
      return
    ctx.customer = await meetCustomer(ctx.desk, {
      telegramId: id,
      firstName: first_name,
      lastName: last_name ?? null,
      username: username ?? null,
      language: pickLanguage(language_code, ctx.deps.defaultLanguage),
      reachable: ctx.myChatMember?.new_chat_member.status !== 'kicked',
    })
    ctx.t = ctx.deps.textsFor(ctx.customer.language)
    await next()
  })
  chats.use(reachabilityFeature, customerReactionFeature)
  chats.use((ctx, next) => {
    if (ctx.desk.groups.areNamed) return next()
    tellCustomer(ctx, ctx.t.html('desk-not-ready'))
  })
  chats.use(conversations<DeskContext, DeskContext>({ storage: conversationStorage }))
  chats.use(paceFeature, banGate, ratingFeature, ticketReplyFeature, intakeFeature)
  chats.use(startFeature, languageFeature, privacyFeature, myTicketsFeature, ownTicketFeature)
  chats.use(messageEditFeature, freeMessageFeature, unhandledFeature)
  return chats
}

function groups(): Composer<DeskContext> {
  const chats = new Composer<DeskContext>()
  chats.use((ctx, next) => {
    ctx.t = ctx.deps.textsFor(ctx.deps.defaultLanguage)
    return next()
  })
  chats.use(groupFeature)
  const staff = chats.filter((ctx) => ctx.chat !== undefined && ctx.desk.groups.isOurs(ctx.chat.id))
  staff.on('chat_member', async (ctx) => {
    const { user, status } = ctx.chatMember.new_chat_member
    ctx.deps.membershipChanged(ctx.chat.id, user.id)
    if (status === 'left' || status === 'kicked') await forgetAgentPlace(ctx.desk, ctx.chat.id, user.id)
  })
  staff.on(['message', 'edited_message'], async (ctx, next) => {
    await noteForum(ctx.desk, describeGroup(ctx.chat))
    await next()
  })
  const agents = staff.filter((ctx) => ctx.from !== undefined && !isOtherBot(ctx))
  agents.use(membersOnly, async (ctx, next) => {
    await noteWhere(ctx)
    await next()
  })
  agents.use(agentReactionFeature, staffListFeature, numbersFeature, priorityFeature)
  agents.use(roleFeature, banFeature, auditFeature, macroFeature, ownMacroFeature, guideFeature)
  agents.use(workCommandFeature, staffCommandFeature, cardFeature, agentMessageFeature)
  // Cards stay behind in a group that was the agents' once.
  chats.on('callback_query:data', async (ctx) => {
    const isElsewhere = ctx.desk.groups.areNamed && !(await ctx.desk.groups.isOurs(ctx.chat?.id ?? 0))
    if (isElsewhere) ctx.answerTap(ctx.t.plain('tap-other-group'), true)
  })
  return chats
}

/** Buttons under answers that an agent got in their private chat, for want of a place for them alone in the group. */
function answersInPrivate(): Composer<DeskContext> {
  const answers = new Composer<DeskContext>()
  answers.use(membersOnly, staffListFeature, auditFeature, macroFeature, guideFeature, cardFeature)
  return answers
}

async function membersOnly(ctx: DeskContext, next: NextFunction): Promise<void> {
  if (ctx.role === null) return ctx.answerTap(ctx.t.plain('tap-not-staff'), true)
  ctx.agent = await meetAgent(ctx.desk, ctx.senderChat?.id ?? ctx.from?.id ?? 0)
  await next()
}

/** Whoever writes for the group itself, or for its channel, is nobody in particular. */
async function noteWhere(ctx: DeskContext): Promise<void> {
  if (ctx.senderChat !== undefined || ctx.from === undefined || ctx.chat === undefined) return
  const { first_name: name, username = null } = ctx.from
  await noteAgentPlace(ctx.desk, ctx.agent, {
    chatId: ctx.chat.id,
    name: visibleName(name) || username || '—',
    username,
  })
}

/** Bots don't count as agents; an admin who writes anonymously comes as a bot, on behalf of the group itself. */
function isOtherBot(ctx: DeskContext): boolean {
  return ctx.from?.is_bot === true && ctx.senderChat === undefined
}
