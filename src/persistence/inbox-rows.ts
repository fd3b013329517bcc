import type { InboxBody, InboxEvent, NewInboxEvent } from '../delivery/inbox-event.ts'

/** A row that waits to be worked; `botId` tells Telegram's updates from events of our own. */
export function toInboxRow(event: NewInboxEvent, botId: number | null, now: Date) {
  return {
    botId: event.body.kind === 'update' ? botId : null,
    updateId: event.body.kind === 'update' && botId !== null ? event.body.update.update_id : null,
    lane: event.lane,
    body: JSON.stringify(event.body),
    status: 'waiting',
    attempts: 0,
    notBefore: null,
    error: null,
    receivedAt: now,
    doneAt: null,
  }
}

export function toInboxEvent(row: {
  seq: number
  lane: string
  body: string
  receivedAt: Date
  attempts: number
}): InboxEvent {
  const { seq, lane, body, receivedAt, attempts } = row
  return { seq, lane, body: JSON.parse(body) as InboxBody, receivedAt, attempts }
}
