import type { ActorView } from '../../playground/act-protocol.ts'
import type { GroupView, MemberView, PersonView, TopicView } from '../../playground/protocol.ts'
import { type PagePlace, type PhonePlace, type Side, WRITE_AS, type WriteAs } from './place.ts'

/** Who is there; the place of the page must name no others. */
export interface Inhabitants {
  people: readonly PersonView[]
  groups: readonly GroupView[]
}

/** The nearest place to the wanted one that exists: with people who are there, in chats they are in. */
export function settlePlace(wanted: PagePlace, inhabitants: Inhabitants): PagePlace {
  const left = settlePhone('left', wanted.left, inhabitants)
  return { ...wanted, left, right: settlePhone('right', wanted.right, inhabitants, left.personId) }
}

function settlePhone(side: Side, wanted: PhonePlace, here: Inhabitants, taken?: number | null): PhonePlace {
  const person = here.people.find(({ user }) => user.id === wanted.personId) ?? usual(side, here, taken)
  if (!person) return { ...wanted, personId: null, chatId: null, topicId: null, as: 'self' }
  const personId = person.user.id
  const own = groupsOf(personId, here.groups)
  const chatId = followUpgrade(wanted.chatId, here.groups)
  const isPrivate = chatId === personId || (side === 'left' && chatId === null)
  const group = own.find(({ id }) => id === chatId) ?? (isPrivate || side === 'left' ? undefined : own[0])
  if (!group) {
    const topicId = chatId === personId ? openTopicOf(person.topics, wanted) : null
    return { personId, chatId: personId, topicId, as: 'self' }
  }
  return {
    personId,
    chatId: group.id,
    topicId: group.isForum ? openTopicOf(group.topics, wanted) : null,
    as: waysToWrite(group, personId).includes(wanted.as) ? wanted.as : 'self',
  }
}

function openTopicOf(topics: readonly TopicView[], { topicId }: PhonePlace): number | null {
  return topics.find(({ id, state }) => id === topicId && state !== 'deleted')?.id ?? null
}

/** On the left somebody who asks, on the right somebody who answers. */
function usual(side: Side, { people, groups }: Inhabitants, taken?: number | null): PersonView | undefined {
  const isInGroup = ({ user }: PersonView) => groupsOf(user.id, groups).length > 0
  if (side === 'left') return people.find((each) => !isInGroup(each)) ?? people[0]
  const free = people.filter(({ user }) => user.id !== taken)
  return free.find(isInGroup) ?? free[0] ?? people[0]
}

/** The groups a person is in, without those that live on under another id. */
export function groupsOf(personId: number, groups: readonly GroupView[]): GroupView[] {
  return groups.filter((group) => group.upgradedTo === null && isIn(memberOf(group, personId)))
}

export function memberOf(group: GroupView, userId: number): MemberView | undefined {
  return group.members.find((member) => member.userId === userId)
}

export function isIn(member: MemberView | undefined): boolean {
  return member !== undefined && member.status !== 'left' && member.status !== 'kicked'
}

function isAdministrator(member: MemberView | undefined): boolean {
  return member?.status === 'creator' || member?.status === 'administrator'
}

/** In whose name a person may write in the group. */
export function waysToWrite(group: GroupView, personId: number): WriteAs[] {
  return WRITE_AS.filter((way) => {
    if (way === 'anonymous') return isAdministrator(memberOf(group, personId))
    return way !== 'channel' || group.linkedChannelId !== null
  })
}

export function actorOf(as: WriteAs, personId: number): ActorView {
  if (as === 'other-bot') return { as }
  return { as: as === 'self' ? 'person' : as, personId }
}

function followUpgrade(chatId: number | null, groups: readonly GroupView[]): number | null {
  return groups.find(({ id }) => id === chatId)?.upgradedTo ?? chatId
}
