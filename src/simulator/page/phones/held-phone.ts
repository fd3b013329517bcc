import type { ActorView, Place } from '../../playground/act-protocol.ts'
import type { GroupView, PersonView, TopicView } from '../../playground/protocol.ts'
import { here } from '../store/here.ts'
import type { PhonePlace, Side } from '../store/place.ts'
import { actorOf } from '../store/settle-place.ts'
import { topicsOf } from '../store/topics.ts'
import { groups, people } from '../store/world.ts'

/** A phone in somebody's hand, with a chat open. */
export interface HeldPhone {
  side: Side
  person: PersonView
  /** Null: the private chat with the bot is open. */
  group: GroupView | null
  /** Of the open chat; null: it is not shown as a forum. */
  topics: readonly TopicView[] | null
  at: PhonePlace & { personId: number; chatId: number }
  actor: ActorView
  /** As acts name the open chat. */
  place: Place
}

/** @returns null while nobody is there to hold it. */
export function heldPhone(side: Side): HeldPhone | null {
  const { personId, chatId, topicId, as } = here.value[side]
  const person = people.value.find(({ user }) => user.id === personId)
  if (!person || personId === null || chatId === null) return null
  return {
    side,
    person,
    group: groups.value.find(({ id }) => id === chatId) ?? null,
    topics: topicsOf(chatId),
    at: { personId, chatId, topicId, as },
    actor: actorOf(as, personId),
    place: topicId === null ? { chatId } : { chatId, topicId },
  }
}
