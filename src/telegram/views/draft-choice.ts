import type { Texts } from '../../texts/texts.ts'
import { keyboard, tapButton } from './keyboard.ts'

/** Go on with an open form, or begin anew. */
export function draftChoice(t: Texts, draftId: string): ReturnType<typeof keyboard> {
  const button = (key: string, what: 'resume' | 'restart') =>
    tapButton(t.plain(key), { kind: 'draft', draftId, what })
  return keyboard([button('button-resume', 'resume')], [button('button-restart', 'restart')])
}
