import { closeSilentTicket } from '../app/close-silent-ticket.ts'
import type { Desk } from '../app/desk.ts'
import { followMovedGroup } from '../app/follow-moved-group.ts'
import { forgetCustomer } from '../app/forget-customer.ts'
import { noteForum } from '../app/note-forum.ts'
import { remindOfDraft } from '../app/remind-of-draft.ts'
import { reportWeek } from '../app/report-week.ts'
import { settleStrayTicket } from '../app/settle-stray-ticket.ts'
import { stripTicket } from '../app/strip-ticket.ts'
import { tellOfDelay } from '../app/tell-of-delay.ts'
import { tellSla } from '../app/tell-sla.ts'
import { warnSilentTicket } from '../app/warn-silent-ticket.ts'
import type { NewInboxEvent } from '../delivery/inbox-event.ts'
import type { Json } from '../delivery/outgoing-call.ts'
import { groupLane, privateLane } from './lane-of.ts'

/** For the inbox: a call to one of our groups learned that it has a new id. */
export function newsOfMove(chatId: number, movedTo: number): NewInboxEvent {
  return { lane: groupLane(movedTo), body: { kind: 'due', job: 'group-moved', data: { chatId, movedTo } } }
}

/** What time, or the start of the bot, has made due. */
export async function handleDue(desk: Desk, job: string, data: Json): Promise<void> {
  if (job === 'report-week') return reportWeek(desk)
  if (job === 'close-silent' && typeof data === 'string') return closeSilentTicket(desk, data)
  if (job === 'tell-delay' && typeof data === 'string') return tellOfDelay(desk, data)
  if (job === 'tell-sla' && typeof data === 'string') return tellSla(desk, data)
  if (job === 'warn-silent' && typeof data === 'string') return warnSilentTicket(desk, data)
  if (job === 'remind-draft' && typeof data === 'string') return remindOfDraft(desk, data)
  if (job === 'strip-ticket' && typeof data === 'string') return stripTicket(desk, data)
  if (job === 'forget' && typeof data === 'string')
    return forgetCustomer(desk, data, ({ telegramId }) => privateLane(telegramId))
  if (job === 'settle-stray' && typeof data === 'string') return settleStrayTicket(desk, data)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return
  const { chatId, title, isForum, movedTo, ownerId } = data as Readonly<Record<string, Json>>
  if (typeof chatId !== 'number') return
  if (job === 'group-moved' && typeof movedTo === 'number')
    return followMovedGroup(desk, chatId, { chatId: movedTo })
  if (job !== 'staff-group') return
  if (typeof ownerId === 'number') desk.stores.groupTroubles.saveOwner(chatId, ownerId)
  await noteForum(desk, { chatId, title: String(title), isForum: isForum === true })
}
