import { MACRO_MAX, MACROS_MAX, readMacroName, unknownPlaceholders } from '../domain/macro.ts'
import type { Desk } from './desk.ts'
import { recordAudit, type StaffActor } from './record-audit.ts'

/** Why a ready answer can't be kept. */
export type MacroFault =
  | { readonly kind: 'name' | 'empty' | 'too-many' }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'placeholder'; readonly name: string }

/** Keeps an agent's own ready answer under a name, in place of an earlier one. @returns null, or why not */
export async function keepMacro(
  desk: Desk,
  by: StaffActor,
  typedName: string,
  text: string,
): Promise<MacroFault | null> {
  const name = readMacroName(typedName)
  if (name === null) return { kind: 'name' }
  const words = text.trim()
  const length = [...words].length
  if (length === 0) return { kind: 'empty' }
  if (length > MACRO_MAX) return { kind: 'too-long', length }
  const [unknown] = unknownPlaceholders(words)
  if (unknown !== undefined) return { kind: 'placeholder', name: unknown }
  const { macros } = desk.stores
  const before = await macros.byName(by.agent.id, name)
  if (before === null && (await macros.of(by.agent.id)).length >= MACROS_MAX) return { kind: 'too-many' }
  const id = before?.id ?? desk.ids.next()
  macros.save({ id, agentId: by.agent.id, name, text: words, updatedAt: desk.now })
  recordAudit(desk, by, {
    action: 'macro-saved',
    subject: name,
    before: before?.text ?? null,
    after: words,
  })
  return null
}

/** @returns false when the agent has none of that name */
export async function deleteMacro(desk: Desk, by: StaffActor, name: string): Promise<boolean> {
  const macro = await desk.stores.macros.byName(by.agent.id, name)
  if (macro === null) return false
  desk.stores.macros.remove(macro)
  recordAudit(desk, by, { action: 'macro-deleted', subject: macro.name, before: macro.text })
  return true
}
