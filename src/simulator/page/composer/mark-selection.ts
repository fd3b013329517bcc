import { MARK_OF } from './typed-markup.ts'

/** Keys that mark a selection, with Ctrl or ⌘; as in Telegram's apps for computers. */
const SHORTCUTS: Readonly<Record<string, string>> = { b: 'bold', i: 'italic' }
const SHIFTED_SHORTCUTS: Readonly<Record<string, string>> = { x: 'strikethrough', p: 'spoiler', m: 'code' }

/** Puts marks around what is selected. @returns whether the keys meant that */
export function markSelection(event: KeyboardEvent, field: HTMLTextAreaElement | null): boolean {
  if (!field || event.altKey || !(event.ctrlKey || event.metaKey)) return false
  const type = (event.shiftKey ? SHIFTED_SHORTCUTS : SHORTCUTS)[event.key.toLowerCase()]
  const mark = type && MARK_OF[type]
  if (!mark) return false
  const { selectionStart: start, selectionEnd: end, value } = field
  field.setRangeText(`${mark}${value.slice(start, end)}${mark}`, start, end, 'select')
  field.setSelectionRange(start + mark.length, end + mark.length)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  return true
}
