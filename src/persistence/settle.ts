import type { CallOutcome, NewInboxEvent } from '../delivery/inbox-event.ts'
import type { Settlement } from '../delivery/outbox-port.ts'
import type { Client, Statement, Writer } from './client.ts'
import { toInboxRow } from './inbox-rows.ts'
import { insertRows } from './insert-rows.ts'
import { runTogether } from './run-together.ts'
import { type MessageLink, saveLinks } from './stores/message-link-store.ts'

/** See OutboxStore.settle. What another process has settled already is left as it is. */
export async function settle(
  client: Client,
  settlements: readonly Settlement[],
  now: Date,
): Promise<readonly string[]> {
  const unsettled = await client.outboxCall.findMany({
    where: { id: { in: settlements.map(({ call }) => call.id) }, status: { in: ['waiting', 'sending'] } },
    select: { id: true },
  })
  const open = new Set(unsettled.map((row) => row.id))
  const due = settlements.filter(({ call }) => open.has(call.id))
  const reports = due.flatMap(toReport)
  const events = reports.map((report) => toInboxRow(report, null, now))
  const statementsFor = (writer: Writer) => [
    ...due.map((settlement) => finish(writer, settlement, now)),
    ...saveLinks(writer, due.flatMap(toLink)),
    ...insertRows(writer, 'inbox_events', events),
  ]
  if (due.length > 0) await runTogether(client, statementsFor)
  return [...new Set(reports.map((report) => report.lane))]
}

function finish(client: Writer, settlement: Settlement, now: Date): Statement {
  const { call, status } = settlement
  return client.outboxCall.updateMany({
    where: { id: call.id },
    data: {
      status,
      settledAt: now,
      payload: '{}',
      // The words of a report are handed on: what stays here tells whose it was.
      ...(call.report === null ? {} : { report: JSON.stringify({ ...call.report, data: null }) }),
      ...(status === 'sent'
        ? { result: JSON.stringify(settlement.result), maybeTwice: settlement.maybeTwice }
        : {}),
      ...(status === 'failed' ? { error: `${settlement.reason}: ${settlement.description}` } : {}),
    },
  })
}

function toLink(settlement: Settlement): MessageLink[] {
  if (settlement.status !== 'sent') return []
  const { chatId, subject } = settlement.call
  const messageId = settlement.result.message_id
  return subject === null || messageId === undefined ? [] : [{ chatId, messageId, subject }]
}

function toReport(settlement: Settlement): NewInboxEvent[] {
  const { id: callId, chatId, method, report } = settlement.call
  if (report === null) return []
  const isPlainSuccess = settlement.status === 'sent' && !settlement.maybeTwice
  if (isPlainSuccess && report.when === 'failure') return []
  const outcome = toOutcome(settlement)
  return [
    {
      lane: report.lane,
      body: { kind: 'outcome', outcome: { callId, chatId, method, outcome, data: report.data } },
    },
  ]
}

function toOutcome(settlement: Settlement): CallOutcome {
  switch (settlement.status) {
    case 'sent':
      return { kind: 'sent', result: settlement.result, maybeTwice: settlement.maybeTwice }
    case 'failed':
      return { kind: 'failed', reason: settlement.reason, description: settlement.description }
    case 'unknown':
    case 'skipped':
      return { kind: settlement.status }
    default:
      return settlement satisfies never
  }
}
