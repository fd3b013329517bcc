import type { ChatMember } from 'grammy/types'
import type { Texts } from '../../texts/texts.ts'
import { keyboard, type Screen, tapButton } from './keyboard.ts'

/** What the bot needs in a group, point by point. */
export interface CheckList {
  readonly lines: readonly string[]
  /** Nothing that it needs is missing: topics are handier, but not needed. */
  readonly isReady: boolean
}

type Right = 'can_manage_topics' | 'can_delete_messages' | 'can_pin_messages'

export function checkList(t: Texts, self: ChatMember, isForum: boolean): CheckList {
  const isAdmin = self.status === 'administrator'
  const has = (right: Right) => isAdmin && self[right] === true
  const points = [
    { ok: isAdmin, there: 'check-admin', missing: 'setup-not-admin' },
    ...(isForum
      ? [{ ok: has('can_manage_topics'), there: 'check-topics-right', missing: 'setup-no-topics-right' }]
      : []),
    { ok: has('can_delete_messages'), there: 'check-delete-right', missing: 'setup-no-delete-right' },
    { ok: has('can_pin_messages'), there: 'check-pin-right', missing: 'setup-no-pin-right' },
  ]
  // The rights are an administrator's: without that they are not worth a word each.
  const said = isAdmin ? points : points.slice(0, 1)
  const lines = said.map(({ ok, there, missing }) =>
    ok
      ? t.html('check-there', { what: t.plain(there) })
      : t.html('check-missing', { what: t.plain(missing) }),
  )
  const forum = isForum
    ? t.html('check-there', { what: t.plain('check-forum') })
    : t.html('check-missing', { what: t.plain('setup-not-forum') })
  return { lines: [...lines, forum], isReady: points.every(({ ok }) => ok) }
}

/** The list with what comes next: the guide when all is there, /check when something is not. */
export function readiness(t: Texts, { lines, isReady }: CheckList): Screen {
  const next = t.html(isReady ? 'setup-ready' : 'check-again')
  const button = tapButton(t.plain('button-pin-guide'), { kind: 'guide' })
  return { html: [...lines, '', next].join('\n'), markup: isReady ? keyboard([button]) : keyboard() }
}
