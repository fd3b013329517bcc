import type { Notices } from '../../app/notices.ts'
import {
  BESIDE_TELEGRAM,
  LOOK_AT_PHOTO,
  LOOK_UP_ORDER,
  QUEUES,
  queueOf,
} from '../../delivery/outgoing-call.ts'
import { formSettlesAt, putForm, stepOf } from '../conversations/ask-step.ts'
import { privateLane } from '../lane-of.ts'
import { packReport } from '../report-data.ts'
import type { NoticeScope } from './notice-scope.ts'

/** What of the form is found out beside it. Streams and queues of their own: the form waits for none of it. */
const BESIDE = {
  ...BESIDE_TELEGRAM,
  // Late it is of no use.
  policy: 'at-most-once',
} as const

/** Has a photo of the form looked at. */
export function askForLook(scope: NoticeScope, { customer, draft, photo }: Happened<'photoAdded'>): void {
  const { fileId, fileUniqueId, size } = photo
  const data = packReport({ kind: 'photo-look', customerId: customer.id, draftId: draft.id, fileUniqueId })
  scope.unit.send({
    ...BESIDE,
    id: scope.ids.next(),
    chatId: queueOf(QUEUES.photos, fileUniqueId),
    stream: `photo:${draft.id}:${fileUniqueId}`,
    method: LOOK_AT_PHOTO,
    payload: { file_id: fileId, size },
    report: { lane: privateLane(customer.telegramId), when: 'always', data },
  })
}

/** Has the shop asked about an order. */
export function askShop(scope: NoticeScope, { customer, question }: Happened<'orderAsked'>): void {
  const { orderNumber, shopCustomerId } = question
  const data = packReport({ kind: 'order', customerId: customer.id, orderNumber, shopCustomerId })
  scope.unit.send({
    ...BESIDE,
    id: scope.ids.next(),
    chatId: queueOf(QUEUES.shop, orderNumber),
    stream: `order:${customer.id}:${orderNumber}`,
    method: LOOK_UP_ORDER,
    payload: { order: orderNumber, customer: shopCustomerId === '' ? null : shopCustomerId },
    coalesceKey: `order:${customer.id}:${orderNumber}:${shopCustomerId}`,
    report: { lane: privateLane(customer.telegramId), when: 'always', data },
  })
}

/** Several findings in a row, of an album say, cost one edit. A form that stands elsewhere says it later, at the review. */
export async function noticeOfForm(
  scope: NoticeScope,
  { customer, draft, at }: Happened<'formLearned'>,
): Promise<void> {
  const { unit, rules, ids, now } = scope
  const desk = { stores: unit, rules, ids, now }
  const place = { desk, unit, customer, t: scope.textsFor(customer.language) }
  const step = stepOf(place, draft)
  if (draft.prompt === null || draft.asked !== step || !at.includes(step)) return
  await putForm(place, draft, { how: 'edit', notBefore: formSettlesAt(now) })
}

type Happened<Notice extends 'photoAdded' | 'orderAsked' | 'formLearned'> = Parameters<Notices[Notice]>[0]
