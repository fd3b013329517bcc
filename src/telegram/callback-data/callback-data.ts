/** Data of buttons: `kind:id:…`, at most 64 bytes. An id is never a permission: the handler checks who taps. */

import { INTAKE_STEPS, type IntakeStep } from '../../domain/intake/draft.ts'
import { LANGUAGES, type Language } from '../../domain/people.ts'
import { readScore, type Score } from '../../domain/rating.ts'
import { type ListTap, packListTap, readListTap } from './list-taps.ts'

const BYTES_MAX = 64

export const STAFF_ACTIONS = [
  'take',
  'ask',
  'resolve',
  'more',
  'back',
  'release',
  'transfer',
  'to',
  'because',
  'priority',
  'close',
  'close-yes',
  'reopen',
  'merge',
  'take-back',
  'resend',
] as const
export type StaffAction = (typeof STAFF_ACTIONS)[number]

export const CUSTOMER_ACTIONS = ['solved', 'unsolved', 'add', 'withdraw', 'withdraw-yes', 'again'] as const
export type CustomerAction = (typeof CUSTOMER_ACTIONS)[number]

const MENU_ITEMS = ['new', 'contacts', 'help', 'language', 'home'] as const
export type MenuItem = (typeof MENU_ITEMS)[number]

/** What a customer may want of what is kept of them; whose it is, the tap itself says. */
export const PRIVACY_WISHES = ['show', 'export', 'delete', 'delete-yes', 'keep'] as const
export type PrivacyWish = (typeof PRIVACY_WISHES)[number]

export type AuditOf = { readonly ticketId: string } | { readonly days: number }

export type TapData =
  | { readonly kind: 'menu'; readonly item: MenuItem }
  | { readonly kind: 'language'; readonly language: Language }
  | {
      readonly kind: 'intake'
      readonly draftId: string
      readonly step: IntakeStep
      readonly value: string
      /** The call that brought the form's message with this button: an older one has been replaced since. */
      readonly promptId: string
    }
  | { readonly kind: 'draft'; readonly draftId: string; readonly what: 'resume' | 'restart' }
  /** What the form holds goes into a ticket that is there already. */
  | { readonly kind: 'into'; readonly draftId: string; readonly ticketId: string }
  | { readonly kind: 'tickets'; readonly page: number }
  | { readonly kind: 'ticket'; readonly ticketId: string; readonly page: number }
  | { readonly kind: 'own'; readonly ticketId: string; readonly action: CustomerAction }
  | { readonly kind: 'privacy'; readonly what: PrivacyWish }
  | { readonly kind: 'rate'; readonly ticketId: string; readonly score: Score }
  /** A page of the audit log: of a ticket, or of the last days. */
  | { readonly kind: 'audit'; readonly page: number; readonly of: AuditOf }
  | { readonly kind: 'guide' }
  | { readonly kind: 'macro-menu'; readonly ticketId: string; readonly page: number }
  | {
      readonly kind: 'macro'
      readonly ticketId: string
      readonly of: 'owner' | 'agent'
      readonly id: string
    }
  | { readonly kind: 'macro-preview'; readonly previewId: string; readonly what: 'send' | 'cancel' }
  | {
      readonly kind: 'staff'
      readonly ticketId: string
      readonly action: StaffAction
      /** Whom, why, which message: what the action is done with. */
      readonly value?: string
    }
  | { readonly kind: 'parked'; readonly parkedId: string; readonly target: string }
  | ListTap

/** @throws when the data would not fit into a button */
export function packTap(data: TapData): string {
  const packed = pieces(data).join(':')
  if (Buffer.byteLength(packed) > BYTES_MAX)
    throw new Error(`Button data over ${BYTES_MAX} bytes: ${data.kind}`)
  return packed
}

function pieces(data: TapData): readonly (string | number)[] {
  switch (data.kind) {
    case 'menu':
      return ['m', data.item]
    case 'language':
      return ['l', data.language]
    case 'intake':
      return ['i', data.draftId, data.step, data.value, data.promptId]
    case 'draft':
      return ['d', data.draftId, data.what]
    case 'into':
      return ['a', data.draftId, data.ticketId]
    case 'tickets':
      return ['ts', data.page]
    case 'ticket':
      return ['t', data.ticketId, data.page]
    case 'own':
      return ['o', data.ticketId, data.action]
    case 'privacy':
      return ['pd', data.what]
    case 'rate':
      return ['r', data.ticketId, data.score]
    case 'staff':
      return ['s', data.ticketId, data.action, ...(data.value === undefined ? [] : [data.value])]
    case 'audit':
      return ['au', data.page, ...('days' in data.of ? ['d', data.of.days] : ['t', data.of.ticketId])]
    case 'guide':
      return ['gd']
    case 'macro-menu':
      return ['mm', data.ticketId, data.page]
    case 'macro':
      return ['mk', data.ticketId, data.of, data.id]
    case 'macro-preview':
      return ['mp', data.previewId, data.what]
    case 'parked':
      return ['p', data.parkedId, data.target]
    case 'queue':
    case 'find':
    case 'history':
      return packListTap(data)
    default:
      return data satisfies never
  }
}

/** Null for anything we never packed: forged or from an older version. */
export function readTap(packed: string): TapData | null {
  const [letter, id = '', what = '', value = '', promptId = ''] = packed.split(':')
  switch (letter) {
    case 'm':
      return isOneOf(MENU_ITEMS, id) ? { kind: 'menu', item: id } : null
    case 'l':
      return isOneOf(LANGUAGES, id) ? { kind: 'language', language: id } : null
    case 'i':
      return isOneOf(INTAKE_STEPS, what) ? { kind: 'intake', draftId: id, step: what, value, promptId } : null
    case 'd':
      return what === 'resume' || what === 'restart' ? { kind: 'draft', draftId: id, what } : null
    case 'a':
      return what === '' ? null : { kind: 'into', draftId: id, ticketId: what }
    case 'ts':
      return isPage(id) ? { kind: 'tickets', page: Number(id) } : null
    case 't':
      return isPage(what) ? { kind: 'ticket', ticketId: id, page: Number(what) } : null
    case 'o':
      return isOneOf(CUSTOMER_ACTIONS, what) ? { kind: 'own', ticketId: id, action: what } : null
    case 'pd':
      return isOneOf(PRIVACY_WISHES, id) ? { kind: 'privacy', what: id } : null
    case 'r':
      return readRate(id, what)
    case 's':
      return readStaff(id, what, value)
    case 'au':
      return readAuditTap(id, what, value)
    case 'gd':
      return { kind: 'guide' }
    case 'mm':
      return isPage(what) ? { kind: 'macro-menu', ticketId: id, page: Number(what) } : null
    case 'mk':
      return (what === 'owner' || what === 'agent') && value !== ''
        ? { kind: 'macro', ticketId: id, of: what, id: value }
        : null
    case 'mp':
      return what === 'send' || what === 'cancel' ? { kind: 'macro-preview', previewId: id, what } : null
    case 'p':
      return what === '' ? null : { kind: 'parked', parkedId: id, target: what }
    case 'q':
    case 'f':
    case 'h':
      return readListTap(packed.split(':'))
    default:
      return null
  }
}

function readStaff(ticketId: string, action: string, value: string): TapData | null {
  if (!isOneOf(STAFF_ACTIONS, action)) return null
  return { kind: 'staff', ticketId, action, ...(value === '' ? {} : { value }) }
}

function readRate(ticketId: string, text: string): TapData | null {
  const score = readScore(text)
  return score === null ? null : { kind: 'rate', ticketId, score }
}

function readAuditTap(page: string, what: string, value: string): TapData | null {
  if (!isPage(page) || value === '') return null
  if (what === 't') return { kind: 'audit', page: Number(page), of: { ticketId: value } }
  return what === 'd' && /^\d{1,3}$/.test(value)
    ? { kind: 'audit', page: Number(page), of: { days: Number(value) } }
    : null
}

function isPage(text: string): boolean {
  return /^\d{1,5}$/.test(text)
}

function isOneOf<T extends string>(all: readonly T[], text: string): text is T {
  return (all as readonly string[]).includes(text)
}
