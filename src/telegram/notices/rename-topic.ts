import type { Customer } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { onStaffTopic } from '../outgoing.ts'
import { topicMark, topicName } from '../views/card.ts'
import type { NoticeScope } from './notice-scope.ts'

/** The list of topics is looked at in calm hours; in a rush the card alone is brought up to date. */
const NAME_ROOM_PERCENT = 40

/** The topic's name shows where its ticket stands. */
export async function renameTopic(scope: NoticeScope, ticket: Ticket, customer: Customer): Promise<void> {
  const thread = await scope.threadOf(ticket)
  if (thread === null || thread.topicId === null) return
  const mark = topicMark(ticket.status)
  const name = topicName(scope.staffTexts, scope.rules.catalog, ticket, customer, mark)
  scope.unit.send(
    onStaffTopic(thread, ticket, {
      id: scope.ids.next(),
      method: 'editForumTopic',
      payload: { name },
      roomPercent: NAME_ROOM_PERCENT,
      coalesceKey: `topic-name:${ticket.id}`,
    }),
  )
}
