import type { Desk } from './desk.ts'

/** A server that is too old for ephemeral messages is tried again after this time: it may have been upgraded. Milliseconds. */
const ASKED_AGAIN_MS = 24 * 3_600_000

/** Can the server show one member of a group what the others don't see, as far as we know? */
export async function isAsideKnown({ stores, now }: Pick<Desk, 'stores' | 'now'>): Promise<boolean> {
  const refusedUntil = await stores.refusals.untilOf('ephemeral-message')
  return refusedUntil === null || refusedUntil <= now
}

/** The server showed it to all: for a day answers go to private chats at once. */
export function rememberNoAsides(desk: Desk): void {
  desk.stores.refusals.save('ephemeral-message', new Date(desk.now.getTime() + ASKED_AGAIN_MS))
}
