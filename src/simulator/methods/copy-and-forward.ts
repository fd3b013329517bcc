import { badRequest } from '../bot-api/bot-api-error.ts'
import type { Message } from '../bot-api/types.ts'
import type { AnyChat, StoredMessage } from '../state/chats.ts'
import { contentOf, mayBeShared, originOf } from '../state/forwarded.ts'
import { mayHaveCaption } from '../state/media.ts'
import { newMediaGroupId } from '../state/media-group.ts'
import type { Call, Handlers } from './call.ts'
import { type Part, resolveDestination, sendParts } from './deliver.ts'
import { captionOf } from './formatted-input.ts'
import { requireChat, requireMessage } from './target.ts'

type Verb = 'copy' | 'forward'

function refusal({ message }: StoredMessage, verb: Verb): string | undefined {
  return mayBeShared(message) ? undefined : `message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`
}

function single(call: Call, verb: Verb): Message {
  const source = requireChat(call, 'from_chat_id')
  const destination = resolveDestination(call)
  const stored = requireMessage(source, call.params.number('message_id'), `message to ${verb}`)
  const reason = refusal(stored, verb)
  if (reason) throw badRequest(reason)
  const content = contentOf(stored.message)
  if (verb === 'copy' && call.params.has('caption') && mayHaveCaption(content)) {
    delete content.caption
    delete content.caption_entities
    Object.assign(content, captionOf(call))
  }
  const extra = verb === 'forward' ? originOf(stored.message) : undefined
  const [sent] = sendParts(call, destination, [{ content, extra }])
  if (!sent) throw new Error('one part makes one message')
  return sent
}

/** Skips what is not there or may not go; albums stay albums. */
function several(call: Call, verb: Verb): { message_id: number }[] {
  const source = requireChat(call, 'from_chat_id')
  const destination = resolveDestination(call)
  const ids = call.params.json<number[]>('message_ids') ?? []
  if (ids.length === 0) throw badRequest('message identifiers are not specified')
  if (ids.length > 100) throw badRequest('too many message identifiers specified')
  if (ids.some((id, index) => id <= (ids[index - 1] ?? 0))) {
    throw badRequest('message identifiers must be in a strictly increasing order')
  }
  const found = findSendable(source, ids, verb)
  if (found.length === 0) throw badRequest(`there are no messages to ${verb}`)
  return sendParts(call, destination, regroup(call, found, verb)).map(({ message_id }) => ({ message_id }))
}

function findSendable(source: AnyChat, ids: readonly number[], verb: Verb): StoredMessage[] {
  return ids
    .flatMap((id) => source.messages.get(id) ?? [])
    .filter((stored) => !stored.deleted && refusal(stored, verb) === undefined)
}

function regroup(call: Call, found: readonly StoredMessage[], verb: Verb): Part[] {
  const albums = new Map<string, string>()
  return found.map(({ message }) => {
    const content = contentOf(message)
    if (call.params.flag('remove_caption')) {
      delete content.caption
      delete content.caption_entities
    }
    const old = message.media_group_id
    const album = old === undefined ? undefined : (albums.get(old) ?? newMediaGroupId())
    if (old !== undefined && album !== undefined) albums.set(old, album)
    return { content, album, extra: verb === 'forward' ? originOf(message) : undefined }
  })
}

export const copyHandlers: Handlers = {
  copyMessage: (call) => ({ message_id: single(call, 'copy').message_id }),
  copyMessages: (call) => several(call, 'copy'),
  forwardMessage: (call) => single(call, 'forward'),
  forwardMessages: (call) => several(call, 'forward'),
}
