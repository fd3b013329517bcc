import { effect, type Signal, signal } from '@preact/signals'
import type { ReplaceableKind } from '../../bot-api/replaceable-kind.ts'
import { read, write } from './keep.ts'
import type { PhonePlace } from './place.ts'

/** What is being written in one chat. */
export interface Draft {
  text: string
  /** The message it answers. */
  replyTo: number | null
  /** The message it will replace the text of, and what was being written before that began. */
  editing: { messageId: number; textBefore: string; replacement?: Replacement } | null
}

/** The file that takes the place of the message's own; lost with a reload. */
export interface Replacement {
  file: File
  kind: ReplaceableKind
}

const EMPTY: Draft = { text: '', replyTo: null, editing: null }

const drafts = new Map<string, Signal<Draft>>()

/** What this person is writing in this chat and topic; kept over a reload. */
export function draftAt({ personId, chatId, topicId }: PhonePlace): Signal<Draft> {
  const name = `draft.${personId}.${chatId}.${topicId ?? 0}`
  const known = drafts.get(name)
  if (known) return known
  const draft = signal(parse(read('session', name)))
  drafts.set(name, draft)
  effect(() => write('session', name, JSON.stringify(draft.value, withoutFiles)))
  return draft
}

const withoutFiles = (key: string, value: unknown) => (key === 'replacement' ? undefined : value)

function parse(text: string | null): Draft {
  try {
    return { ...EMPTY, ...JSON.parse(text ?? '{}') }
  } catch {
    return EMPTY
  }
}

export function startReply(draft: Signal<Draft>, messageId: number): void {
  draft.value = { ...stopped(draft.value), replyTo: messageId }
}

export function startEdit(draft: Signal<Draft>, messageId: number, text: string): void {
  const { text: textBefore } = stopped(draft.value)
  draft.value = { text, replyTo: null, editing: { messageId, textBefore } }
}

/** @param messageId what was edited when the file was asked for */
export function replaceFile(draft: Signal<Draft>, messageId: number, replacement: Replacement): void {
  const { editing } = draft.value
  if (editing?.messageId !== messageId) return
  draft.value = { ...draft.value, editing: { ...editing, replacement } }
}

/** Neither a reply nor an edit any more. */
export function stopReplyOrEdit(draft: Signal<Draft>): void {
  draft.value = stopped(draft.value)
}

/** What remains when the draft is on its way. */
export function afterSending({ editing }: Draft): Draft {
  return { ...EMPTY, text: editing?.textBefore ?? '' }
}

/** A draft that was refused comes back, before whatever has been written since. */
export function takeBack(draft: Signal<Draft>, refused: Draft): void {
  const { text: writtenSince } = draft.value
  const isSame = writtenSince === '' || writtenSince === refused.editing?.textBefore
  draft.value = { ...refused, text: isSame ? refused.text : `${refused.text}\n${writtenSince}` }
}

function stopped(draft: Draft): Draft {
  return { ...EMPTY, text: draft.editing ? draft.editing.textBefore : draft.text }
}
