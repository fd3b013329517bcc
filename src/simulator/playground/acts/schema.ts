import { z } from 'zod'
import type { Act } from '../act-protocol.ts'
import type { Refusal } from '../refusal.ts'
import {
  actor,
  botRights,
  entity,
  faultKind,
  floodSettings,
  id,
  inGroup,
  inGroupBy,
  inPlace,
  language,
  leapMs,
  name,
  onMessage,
  retryAfter,
  sampleKind,
  speed,
  times,
  uploadedItem,
  username,
  words,
} from './act-parts.ts'
import { refusalOfCheck } from './checks.ts'

/** What a page may send, checked; the same as {@link Act}, which is proven below. */

const sendingActs = [
  z.object({
    do: z.literal('send-text'),
    text: words,
    entities: z.array(entity).max(1000).exactOptional(),
    replyTo: id.exactOptional(),
    ...inPlace,
  }),
  z.object({
    do: z.literal('send-files'),
    items: z.array(uploadedItem).min(1).max(64),
    caption: words.exactOptional(),
    replyTo: id.exactOptional(),
    ...inPlace,
  }),
  z.object({
    do: z.literal('send-sample'),
    kind: sampleKind,
    caption: words.exactOptional(),
    replyTo: id.exactOptional(),
    ...inPlace,
  }),
  z.object({ do: z.literal('forward'), fromChatId: id, messageId: id, ...inPlace }),
] as const

const messageActs = [
  z.object({ do: z.literal('edit'), text: words, item: uploadedItem.exactOptional(), ...onMessage }),
  z.object({ do: z.literal('delete'), ...onMessage }),
  z.object({ do: z.literal('react'), emoji: z.string().nullable(), ...onMessage }),
  z.object({ do: z.literal('pin'), ...onMessage }),
  z.object({ do: z.literal('unpin'), ...onMessage }),
  z.object({ do: z.literal('tap'), actor, chatId: id, key: z.string(), data: z.string().max(256) }),
] as const

const personActs = [
  z.object({ do: z.literal('press-key'), personId: id, text: words, topicId: id.exactOptional() }),
  z.object({ do: z.literal('open-link'), personId: id, url: z.string().max(2048) }),
  z.object({
    do: z.literal('create-person'),
    firstName: name,
    lastName: name.exactOptional(),
    username: username.exactOptional(),
    languageCode: language.exactOptional(),
  }),
  z.object({ do: z.literal('set-language'), personId: id, languageCode: language }),
  z.object({ do: z.literal('block'), personId: id }),
  z.object({ do: z.literal('unblock'), personId: id }),
  z.object({ do: z.literal('deactivate'), personId: id }),
] as const

const groupActs = [
  z.object({
    do: z.literal('create-group'),
    title: name,
    kind: z.enum(['forum', 'supergroup', 'group']),
    bot: botRights,
    ownerId: id.exactOptional(),
  }),
  z.object({
    do: z.literal('join'),
    personId: id,
    as: z.enum(['member', 'administrator', 'creator']),
    byId: id.exactOptional(),
    ...inGroup,
  }),
  z.object({ do: z.literal('leave'), personId: id, ...inGroup }),
  z.object({ do: z.literal('remove'), personId: id, ...inGroupBy }),
  z.object({ do: z.literal('set-bot'), bot: botRights, ...inGroupBy }),
  z.object({ do: z.literal('set-forum'), isForum: z.boolean(), ...inGroup }),
  z.object({ do: z.literal('upgrade'), ...inGroupBy }),
  z.object({ do: z.literal('link-channel'), isLinked: z.boolean(), ...inGroup }),
  z.object({ do: z.literal('create-topic'), name, personId: id, ...inGroup }),
  z.object({ do: z.literal(['close-topic', 'reopen-topic']), topicId: id, ...inGroupBy }),
  z.object({ do: z.literal('delete-topic'), topicId: id, ...inGroup }),
] as const

const serverActs = [
  z.object({
    do: z.literal('add-fault'),
    method: z.string(),
    kind: faultKind,
    times,
    chatId: id.exactOptional(),
    retryAfter: retryAfter.exactOptional(),
    words: z.string().max(1000).exactOptional(),
  }),
  z.object({ do: z.literal('remove-fault'), id: z.string() }),
  z.object({ do: z.literal('release-faults') }),
  z.object({ do: z.literal('set-limits'), limits: z.union([z.enum(['off', 'telegram']), floodSettings]) }),
  z.object({ do: z.literal('set-speed'), speed }),
  z.object({ do: z.literal('leap'), ms: leapMs }),
  z.object({
    do: z.literal('set-server'),
    privacyMode: z.boolean().exactOptional(),
    richMessages: z.enum(['blocks', 'html', 'none']).exactOptional(),
    ephemeralMessages: z.boolean().exactOptional(),
    privateTopics: z.boolean().exactOptional(),
  }),
  z.object({ do: z.literal('revoke-token') }),
  z.object({ do: z.literal('restore-token') }),
  z.object({ do: z.literal('hold-updates') }),
  z.object({ do: z.literal('release-updates'), reversed: z.boolean().exactOptional() }),
  z.object({ do: z.literal('redeliver-updates') }),
  z.object({ do: z.literal('switch'), id: z.string() }),
  z.object({ do: z.literal('read-paper'), id: z.string() }),
  z.object({ do: z.literal('save-paper'), id: z.string(), text: z.string() }),
] as const

const actSchema = z.discriminatedUnion('do', [
  ...sendingActs,
  ...messageActs,
  ...personActs,
  ...groupActs,
  ...serverActs,
])

type Parsed = z.infer<typeof actSchema>
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
/** Does not compile when the schema and the protocol differ. */
const isProtocol: Same<Parsed, Act> = true

export type ReadAct = { act: Act } | { refusal: Refusal }

/** An act as a page sent it, or what is wrong with it. */
export function readAct(json: string): ReadAct {
  const parsed = isProtocol && actSchema.safeParse(parseJson(json))
  if (parsed.success) return { act: parsed.data }
  const [issue] = parsed.error.issues
  const refusal = issue && refusalOfCheck(issue)
  if (refusal) return { refusal }
  const where = issue?.path.join('.')
  const detail = `${where ? `${where}: ` : ''}${issue?.message ?? 'Invalid input'}.`
  return { refusal: { reason: 'no-act', detail } }
}

/** Undefined, which is no act either, for what is no JSON. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
