import type {
  CallPriority,
  CallResult,
  CallStatus,
  DeliveryPolicy,
  OutcomeReport,
  OutgoingCall,
  StoredCall,
} from '../delivery/outgoing-call.ts'
import type { OutboxCall as Row } from './generated/sqlite/client.ts'

/** The columns a dispatcher needs; the bookkeeping of finished calls stays in the database. */
export const CALL_COLUMNS = {
  seq: true,
  id: true,
  chatId: true,
  stream: true,
  method: true,
  payload: true,
  priority: true,
  policy: true,
  notBefore: true,
  coalesceKey: true,
  albumKey: true,
  albumIndex: true,
  subject: true,
  report: true,
  roomPercent: true,
  status: true,
  attempts: true,
  maybeTwice: true,
  sender: true,
  createdAt: true,
  heldAt: true,
} as const

export function toCallRow(call: OutgoingCall, now: Date) {
  const { id, chatId, stream, method, payload, priority, policy, notBefore } = call
  const { coalesceKey, albumKey, albumIndex, subject, report, roomPercent } = call
  return {
    ...{
      id,
      chatId,
      stream,
      method,
      priority,
      policy,
      notBefore,
      coalesceKey,
      albumKey,
      albumIndex,
      subject,
      roomPercent,
    },
    payload: JSON.stringify(payload),
    report: report && JSON.stringify(report),
    status: 'waiting',
    attempts: 0,
    maybeTwice: false,
    result: null,
    error: null,
    createdAt: now,
    attemptedAt: null,
    sender: null,
    heldAt: null,
    settledAt: null,
  }
}

export function toStoredCall(row: Pick<Row, keyof typeof CALL_COLUMNS>): StoredCall {
  return {
    ...row,
    chatId: Number(row.chatId),
    payload: JSON.parse(row.payload) as StoredCall['payload'],
    priority: row.priority as CallPriority,
    policy: row.policy as DeliveryPolicy,
    report: row.report === null ? null : (JSON.parse(row.report) as OutcomeReport),
    status: row.status as CallStatus,
  }
}

export function toCallResult(result: string | null): CallResult | null {
  return result === null ? null : (JSON.parse(result) as CallResult)
}
