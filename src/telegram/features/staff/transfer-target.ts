import type { Message } from 'grammy/types'
import { colleagueBy, colleaguesIn } from '../../../app/colleagues.ts'
import type { TransferTarget } from '../../../app/transfer-ticket.ts'
import { findCategory } from '../../../domain/catalog.ts'
import { LANGUAGES } from '../../../domain/people.ts'
import { repliedTo } from '../../content/read-content.ts'
import type { DeskContext } from '../../context.ts'
import type { MenuTarget } from '../../views/card-menu.ts'

/** Whom a button names, if a ticket can still be handed over there from this group. */
export async function targetOfTap(
  ctx: DeskContext,
  chatId: number,
  { kind, id }: MenuTarget,
): Promise<TransferTarget | null> {
  if (kind === 'category')
    return findCategory(ctx.desk.rules.catalog, id) === null ? null : { kind, categoryId: id }
  const agent = await ctx.desk.stores.agents.byId(id)
  const colleague = agent === null ? null : await colleagueBy(ctx.desk, chatId, agent.telegramId)
  return colleague === null || colleague.agent.telegramId <= 0 ? null : { kind, agent: colleague.agent }
}

export interface NamedTarget {
  readonly target: TransferTarget
  /** What was typed beside it. */
  readonly rest: string
}

/**
 * Whom a command names: by @username, by a mention, by a name or a category's title at its beginning, else the colleague whose
 * message it answers. Null: nobody, or it could be more than one.
 */
export async function targetOfCommand(
  ctx: DeskContext,
  message: Message,
  words: string,
): Promise<NamedTarget | null> {
  return (
    (await byMention(ctx, message, words)) ??
    (await byName(ctx, message.chat.id, words)) ??
    byReply(ctx, message, words)
  )
}

async function byMention(ctx: DeskContext, message: Message, words: string): Promise<NamedTarget | null> {
  for (const entity of message.entities ?? []) {
    if (entity.type !== 'text_mention') continue
    const name = message.text?.slice(entity.offset, entity.offset + entity.length) ?? ''
    const colleague = words.startsWith(name)
      ? await colleagueBy(ctx.desk, message.chat.id, entity.user.id)
      : null
    if (colleague !== null)
      return { target: { kind: 'agent', agent: colleague.agent }, rest: words.slice(name.length) }
  }
  return null
}

async function byName(ctx: DeskContext, chatId: number, words: string): Promise<NamedTarget | null> {
  const said = words.toLowerCase()
  const fits = (label: string) =>
    label !== '' && said.startsWith(label) && !/^[\p{L}\p{N}_]/u.test(said.slice(label.length))
  const named = (await labels(ctx, chatId)).filter(({ label }) => fits(label))
  const longest = Math.max(0, ...named.map(({ label }) => label.length))
  const best = named.filter(({ label }) => label.length === longest)
  const [first] = best
  // Two colleagues of the same name: who is meant has to be said otherwise.
  if (first === undefined || new Set(best.map(({ id }) => id)).size > 1) return null
  return { target: first.target, rest: words.slice(longest) }
}

async function labels(ctx: DeskContext, chatId: number) {
  const people = (await colleaguesIn(ctx.desk, chatId)).flatMap(({ agent, place }) => {
    const names = [agent.displayName, place.name, place.username && `@${place.username}`]
    return names.map((name) => ({
      label: (name ?? '').toLowerCase(),
      id: agent.id,
      target: { kind: 'agent', agent } as const,
    }))
  })
  const categories = ctx.desk.rules.catalog.categories.flatMap(({ id, title }) =>
    [id, ...LANGUAGES.map((language) => title[language])].map((name) => ({
      label: name.toLowerCase(),
      id,
      target: { kind: 'category', categoryId: id } as const,
    })),
  )
  return [...people, ...categories]
}

async function byReply(ctx: DeskContext, message: Message, words: string): Promise<NamedTarget | null> {
  const author = repliedTo(message) === null ? undefined : message.reply_to_message?.from
  if (author === undefined || author.is_bot || author.id === ctx.from?.id) return null
  const colleague = await colleagueBy(ctx.desk, message.chat.id, author.id)
  return colleague && { target: { kind: 'agent', agent: colleague.agent }, rest: words }
}
