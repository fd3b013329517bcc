import type { InlineKeyboardButton } from 'grammy/types'
import type { Catalog } from '../../domain/catalog.ts'
import { allowsUrgent, findCategory } from '../../domain/catalog.ts'
import { canHappen, isInHand, type TicketAction } from '../../domain/lifecycle.ts'
import { PRIORITIES, type Ticket } from '../../domain/ticket.ts'
import type { Texts } from '../../texts/texts.ts'
import type { StaffAction } from '../callback-data/callback-data.ts'
import { pairs, tapButton } from './keyboard.ts'
import { priorityWord } from './words.ts'

/** What of the card's buttons depends on more than the ticket. */
export interface CardMenu {
  /**
   * What stands in place of the buttons, kept with the ticket's place: `more`, `transfer`, `priority`, `close`, or a target (see
   * {@link readTarget}): the question why. Null: the buttons.
   */
  readonly open: string | null
  /** Whom it can be handed over to, where that is asked. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
}

export const NO_MENU: CardMenu = { open: null, colleagues: [] }

/** Why a ticket is handed over, for a tap; any other reason is typed. */
export const REASONS = ['shift', 'topic', 'skill'] as const
export type Reason = (typeof REASONS)[number]

/** Whom a button hands the ticket to: an agent or a category, by its id. */
export type MenuTarget = { readonly kind: 'agent' | 'category'; readonly id: string }

function packTarget({ kind, id }: MenuTarget): string {
  return `${kind === 'agent' ? 'a' : 'c'}.${id}`
}

/** Null for anything else. */
export function readTarget(packed: string): MenuTarget | null {
  const [letter, id = '', more] = packed.split('.')
  if (id === '' || more !== undefined) return null
  if (letter === 'a') return { kind: 'agent', id }
  return letter === 'c' ? { kind: 'category', id } : null
}

const MAIN: readonly {
  readonly action: StaffAction
  readonly step: TicketAction
  readonly key: string
}[] = [
  { action: 'take', step: 'take', key: 'button-take' },
  { action: 'ask', step: 'ask-customer', key: 'button-pending' },
  { action: 'resolve', step: 'resolve', key: 'button-resolve' },
]

type Rows = readonly (readonly InlineKeyboardButton[])[]

/** The card's buttons: the main ones, or the menu that is open. Only what the ticket's life allows now. */
export function cardRows(t: Texts, catalog: Catalog, ticket: Ticket, menu: CardMenu): Rows {
  const button = (key: string, action: StaffAction, value?: string) =>
    staffButton(t.plain(key), ticket, action, value)
  const inMenu = menu.open === null ? [] : menuRows(t, catalog, ticket, menu)
  if (inMenu.length > 0) return [...inMenu, [button('button-menu-back', 'back')]]
  const main = MAIN.filter(({ step }) => canHappen(ticket.status, step))
  const hasMore = moreRows(t, ticket).flat().length > 0
  return [main.map(({ key, action }) => button(key, action)), hasMore ? [button('button-more', 'more')] : []]
}

function menuRows(t: Texts, catalog: Catalog, ticket: Ticket, { open, colleagues }: CardMenu): Rows {
  const target = readTarget(open ?? '')
  if (open === 'more') return moreRows(t, ticket)
  if (open === 'close')
    return canHappen(ticket.status, 'close')
      ? [[staffButton(t.plain('button-close-yes'), ticket, 'close-yes')]]
      : []
  if (!isInHand(ticket)) return []
  if (open === 'priority') return priorityRows(t, catalog, ticket)
  if (target !== null) return reasonRows(t, ticket, packTarget(target))
  return open === 'transfer' ? targetRows(t, catalog, ticket, colleagues) : []
}

function moreRows(t: Texts, ticket: Ticket): Rows {
  const offered: [boolean, string, StaffAction][] = [
    [isInHand(ticket) && ticket.assigneeId !== null, 'button-release', 'release'],
    [isInHand(ticket), 'button-transfer', 'transfer'],
    [isInHand(ticket), 'button-priority', 'priority'],
    [canHappen(ticket.status, 'reopen'), 'button-reopen', 'reopen'],
    [canHappen(ticket.status, 'close'), 'button-close', 'close'],
    [canHappen(ticket.status, 'merge'), 'button-merge', 'merge'],
  ]
  const buttons = offered.flatMap(([isOffered, key, action]) =>
    isOffered ? staffButton(t.plain(key), ticket, action) : [],
  )
  return pairs(buttons)
}

function priorityRows(t: Texts, catalog: Catalog, ticket: Ticket): Rows {
  const others = PRIORITIES.filter((priority) => priority !== ticket.priority)
  return others
    .filter((priority) => priority !== 'urgent' || allowsUrgent(catalog, ticket.categoryId))
    .map((priority) => [staffButton(priorityWord(t, priority), ticket, 'priority', priority)])
}

function targetRows(t: Texts, catalog: Catalog, ticket: Ticket, colleagues: CardMenu['colleagues']): Rows {
  const people = colleagues
    .filter(({ id }) => id !== ticket.assigneeId)
    .map(({ id, name }) => toButton(name, ticket, { kind: 'agent', id }))
  const categories = catalog.categories
    .filter(({ id }) => id !== ticket.categoryId)
    .map(({ id, title }) => toButton(`→ ${title[t.language]}`, ticket, { kind: 'category', id }))
  return [...pairs(people), ...pairs(categories)]
}

function toButton(text: string, ticket: Ticket, target: MenuTarget): InlineKeyboardButton {
  return staffButton(text, ticket, 'to', packTarget(target))
}

function reasonRows(t: Texts, ticket: Ticket, target: string): Rows {
  const reasons = REASONS.map((reason) => [
    staffButton(reasonWords(t, reason), ticket, 'because', `${reason}.${target}`),
  ])
  return [...reasons, [staffButton(t.plain('button-reason-typed'), ticket, 'because', `typed.${target}`)]]
}

export function reasonWords(t: Texts, reason: Reason): string {
  return t.plain(`transfer-reason-${reason}`)
}

/** The title of a category in the reader's language. */
export function categoryTitle(t: Texts, catalog: Catalog, categoryId: string): string {
  return findCategory(catalog, categoryId)?.title[t.language] ?? categoryId
}

function staffButton(
  text: string,
  ticket: Ticket,
  action: StaffAction,
  value?: string,
): InlineKeyboardButton {
  const data = { kind: 'staff', ticketId: ticket.id, action } as const
  return tapButton(text, value === undefined ? data : { ...data, value })
}
