import type { Transport, TransportAnswer } from '../../delivery/ports.ts'
import type { BotProfile } from '../../telegram/say-hello.ts'
import { type Finding, fine, problem, warning } from './finding.ts'

/** https://core.telegram.org/bots/api#chatfullinfo */
interface Chat {
  readonly type: string
  readonly title?: string
  readonly is_forum?: boolean
}

/** The bot's own place. https://core.telegram.org/bots/api#chatmember */
interface Member {
  readonly status: string
  readonly can_manage_topics?: boolean
}

const ADD_THE_BOT = 'add the bot to the group and make it an administrator with the right to manage topics'

/** Looks at each of the agents' groups, and at whether the bot hears what is said there. */
export async function checkGroups(
  transport: Transport,
  me: BotProfile,
  groups: readonly number[],
): Promise<readonly Finding[]> {
  if (groups.length === 0) {
    const mend =
      'add the bot to the group of your agents, and write the number it tells there after STAFF_CHAT_ID='
    return [warning('group', 'STAFF_CHAT_ID is not set, so customers read that the desk is not ready', mend)]
  }
  const looks = await Promise.all(groups.map((chatId) => lookAt(transport, me, chatId)))
  return [...looks.flatMap((look) => look.findings), checkPrivacy(me, looks)]
}

interface Look {
  readonly findings: readonly Finding[]
  readonly name: string
  /** Null where nobody could say. */
  readonly isAdmin: boolean | null
}

async function lookAt(transport: Transport, me: BotProfile, chatId: number): Promise<Look> {
  const found = await transport.call('getChat', { chat_id: chatId })
  if (found.kind !== 'ok') {
    const name = `group ${chatId}`
    const movedTo = found.kind === 'error' ? found.parameters.migrate_to_chat_id : undefined
    if (movedTo !== undefined) {
      const moved = await lookAt(transport, me, movedTo)
      return { ...moved, findings: [hasMoved(name, movedTo), ...moved.findings] }
    }
    return { findings: [unreachable(name, found)], name, isAdmin: null }
  }
  const chat = found.result as Chat
  const name = `group "${chat.title ?? chatId}"`
  const asked = await transport.call('getChatMember', { chat_id: chatId, user_id: me.id })
  if (asked.kind !== 'ok') return { findings: [unreachable(name, asked)], name, isAdmin: null }
  const self = asked.result as Member
  if (self.status === 'left' || self.status === 'kicked')
    return { findings: [problem(name, 'the bot is not in it', ADD_THE_BOT)], name, isAdmin: null }
  const isForum = chat.is_forum === true
  return {
    findings: [
      fine(name, `the bot is in it (${chatId})`),
      ...checkRights(name, self, isForum),
      forum(name, isForum),
    ],
    name,
    isAdmin: self.status === 'administrator',
  }
}

function hasMoved(name: string, movedTo: number): Finding {
  const says = 'it is a supergroup now and has another number, which the bot follows by itself'
  return warning(name, says, `write ${movedTo} in its place all the same`)
}

function unreachable(name: string, answer: Exclude<TransportAnswer, { kind: 'ok' }>): Finding {
  if (answer.kind !== 'error')
    return problem(name, `Telegram did not answer (${answer.description})`, 'run this again in a minute')
  return problem(
    name,
    `the bot can't see it ("${answer.description}")`,
    `${ADD_THE_BOT}, and check its number: /id in the group tells it`,
  )
}

function checkRights(name: string, self: Member, isForum: boolean): readonly Finding[] {
  if (self.status !== 'administrator') {
    const mend = 'make it one in the settings of the group, with the right to manage topics'
    return [problem(name, 'the bot is no administrator', mend)]
  }
  const admin = fine(name, 'the bot is an administrator')
  if (!isForum) return [admin]
  const topics =
    self.can_manage_topics === true
      ? fine(name, 'the bot may manage topics')
      : problem(
          name,
          'the bot may not manage topics, so no ticket gets one',
          'give it that right in the settings of the group, under Administrators',
        )
  return [admin, topics]
}

function forum(name: string, isForum: boolean): Finding {
  return isForum
    ? fine(name, 'topics are on: each ticket gets one')
    : warning(
        name,
        'topics are off: tickets come as cards, and agents answer by replying to them',
        'switch on Topics in the settings of the group if each ticket is to have its own',
      )
}

/** https://core.telegram.org/bots/features#privacy-mode */
function checkPrivacy(me: BotProfile, looks: readonly Look[]): Finding {
  if (me.can_read_all_group_messages) return fine('privacy mode', 'off: the bot hears all of its groups')
  const deaf = looks.filter((look) => look.isAdmin === false).map((look) => look.name)
  if (deaf.length === 0)
    return fine('privacy mode', 'on, which is as it should be: an administrator hears all the same')
  return problem(
    'privacy mode',
    `on, and the bot is no administrator of ${deaf.join(', ')}: it does not hear what agents write there`,
    'make the bot an administrator',
  )
}
