import type { Desk } from './desk.ts'
import { recordAudit, type StaffActor } from './record-audit.ts'

/** Posts the guide for agents in their group and pins it; the one that is there already is brought up to date instead. */
export async function pinGuide(desk: Desk, by: StaffActor): Promise<void> {
  recordAudit(desk, by, { action: 'guide-pinned', subject: 'guide' })
  await putGuide(desk, by.chatId)
}

async function putGuide(desk: Desk, chatId: number): Promise<void> {
  const known = await desk.stores.guides.of(chatId)
  const callId = known?.callId ?? desk.ids.next()
  if (known === null) desk.stores.guides.save({ chatId, callId, messageId: null })
  desk.notices.guideWanted({ chatId, callId, known })
}

/** What became of it: the message is remembered; one that was deleted by hand is posted anew. */
export async function recordGuide(
  desk: Desk,
  chatId: number,
  call: { readonly callId: string; readonly messageId: number | null },
  what: 'posted' | 'changed' | 'pinned',
  end: 'sent' | 'failed' | 'unknown' | 'skipped',
): Promise<void> {
  const known = await desk.stores.guides.of(chatId)
  if (known === null) return
  if (what === 'posted' && known.callId === call.callId)
    return desk.stores.guides.save({ ...known, messageId: call.messageId })
  if (what === 'pinned' && end === 'failed') return desk.notices.guideNotPinned(chatId)
  if (what !== 'changed' || end !== 'failed') return
  const callId = desk.ids.next()
  desk.stores.guides.save({ chatId, callId, messageId: null })
  desk.notices.guideWanted({ chatId, callId, known: null })
}
