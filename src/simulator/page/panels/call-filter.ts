import type { CallView } from '../../playground/protocol.ts'

export interface CallFilter {
  /** Words that must all be somewhere in the method, the parameters or the refusal. */
  text: string
  errorsOnly: boolean
}

const texts = new WeakMap<CallView, string>()

/** The parameters in one line, as the log shows them. */
export function shortParams({ params }: CallView): string {
  const parts = Object.entries(params).map(([name, value]) => {
    return `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`
  })
  return parts.join(', ')
}

export function matchesCall(call: CallView, { text, errorsOnly }: CallFilter): boolean {
  if (errorsOnly && call.isOk) return false
  const wanted = text.toLowerCase().split(/\s+/)
  const searched = searchedText(call)
  return wanted.every((word) => searched.includes(word))
}

/** Made once for each call: the log is filtered anew with each letter. */
function searchedText(call: CallView): string {
  const known = texts.get(call)
  if (known !== undefined) return known
  const made = `${call.method} ${shortParams(call)} ${call.error ?? ''}`.toLowerCase()
  texts.set(call, made)
  return made
}
