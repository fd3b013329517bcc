import type { AlbumPart } from '../../driver/album.ts'
import type { Actions } from '../../driver/person.ts'
import type { SendOptions } from '../../driver/send-actions.ts'
import { mayBeShared } from '../../state/forwarded.ts'
import { setMember } from '../../state/membership.ts'
import { isPresent } from '../../state/world.ts'
import type { ActorView, Place, UploadedItem } from '../act-protocol.ts'
import { ActRefusal } from '../act-refusal.ts'
import type { Room } from '../room.ts'
import { actionsOf, type Doers, requirePerson, requireShown } from './doers.ts'
import { checkCaption } from './lengths.ts'
import { sendSample } from './samples.ts'
import { type UploadedPart, uploadedPart } from './uploaded-part.ts'
import { requireWritable } from './writable.ts'

export const sendingDoers: Doers<'send-text' | 'send-files' | 'send-sample' | 'forward'> = {
  'send-text'(room, { actor, place, text, entities, replyTo }) {
    const actions = writingActions(room, actor, place, replyTo)
    if (text.trim() === '') throw new ActRefusal({ reason: 'no-text' })
    const options = { ...optionsOf(place, replyTo), ...(entities ? { entities } : {}) }
    return { messageId: actions.sendText(text, options).message_id }
  },
  'send-files'(room, { actor, place, items, caption, replyTo }) {
    checkCaption(caption)
    const actions = writingActions(room, actor, place, replyTo)
    const parts = items.map((item) => uploadedPart(room, item))
    const [first] = parts
    if (first && caption) first.caption = caption
    const [sent] = inAlbums(parts).map((album) => sendAlbum(actions, album, optionsOf(place, replyTo)))
    for (const { uploadId } of items) room.uploads.remove(uploadId)
    return sent === undefined ? {} : { messageId: sent }
  },
  'send-sample'(room, { actor, place, kind, caption, replyTo }) {
    checkCaption(caption)
    const actions = writingActions(room, actor, place, replyTo)
    const options = { ...optionsOf(place, replyTo), ...(caption ? { caption } : {}) }
    const languageCode =
      'personId' in actor ? requirePerson(room, actor.personId).user.language_code : undefined
    return { messageId: sendSample(actions, kind, options, languageCode) }
  },
  forward(room, { actor, place, fromChatId, messageId }) {
    const actions = writingActions(room, actor, place)
    requireSeen(room, actor, fromChatId)
    const { message } = requireShown(room, fromChatId, messageId)
    if (!mayBeShared(message)) throw new ActRefusal({ reason: 'not-shared' })
    return { messageId: actions.forward(message, optionsOf(place)).message_id }
  },
}

/** The hands of whoever writes, who hides or shows up by writing so. */
function writingActions(room: Room, actor: ActorView, place: Place, replyTo?: number): Actions {
  const { chatId } = place
  const actions = actionsOf(room, actor, chatId)
  requireWritable(room, actor, place)
  const { world } = room.sim
  const chat = world.chats.get(chatId)
  const replied = replyTo === undefined ? undefined : chat?.messages.get(replyTo)
  if (replyTo !== undefined && (!replied || replied.deleted)) throw new ActRefusal({ reason: 'reply-gone' })
  if (chat?.kind === 'private') return actions
  const member = 'personId' in actor ? chat?.members.get(actor.personId) : undefined
  const isHiding = actor.as === 'anonymous'
  if (chat && member && member.isAnonymous !== isHiding)
    setMember(world, chat, { ...member, isAnonymous: isHiding })
  return actions
}

function optionsOf({ topicId }: Place, replyTo?: number): SendOptions {
  return {
    ...(topicId === undefined ? {} : { topic: topicId }),
    ...(replyTo === undefined ? {} : { replyTo }),
  }
}

/** Photos and videos go together, documents and music with their own kind, a voice message alone. */
const ALBUM_OF: Readonly<Record<UploadedItem['kind'], string>> = {
  photo: 'pictures',
  video: 'pictures',
  document: 'documents',
  audio: 'music',
  voice: 'voice',
}
const MAX_ALBUM = 10

/** Neighbours that fit share an album. */
function inAlbums(parts: readonly UploadedPart[]): UploadedPart[][] {
  const albums: UploadedPart[][] = []
  for (const part of parts) {
    const album = albums.at(-1)
    const kind = ALBUM_OF[part.kind]
    const fits =
      album?.[0] && ALBUM_OF[album[0].kind] === kind && kind !== 'voice' && album.length < MAX_ALBUM
    if (fits) album.push(part)
    else albums.push([part])
  }
  return albums
}

const SENDERS = {
  photo: 'sendPhoto',
  document: 'sendDocument',
  video: 'sendVideo',
  audio: 'sendAudio',
  voice: 'sendVoice',
} as const satisfies Record<UploadedItem['kind'], keyof Actions>

/** @returns the id of its first message */
function sendAlbum(
  actions: Actions,
  album: readonly UploadedPart[],
  options: SendOptions,
): number | undefined {
  const [only, ...rest] = album
  if (only && rest.length === 0) return actions[SENDERS[only.kind]]({ ...only, ...options }).message_id
  return actions.sendAlbum(album as AlbumPart[], options)[0]?.message_id
}

/** Nobody forwards from a chat they are not in. */
function requireSeen({ sim }: Room, actor: ActorView, chatId: number): void {
  const chat = sim.world.chats.get(chatId)
  const personId = 'personId' in actor ? actor.personId : undefined
  const isSeen =
    chat?.kind === 'private'
      ? chatId === personId
      : personId === undefined || isPresent(chat?.members.get(personId))
  if (!chat || !isSeen) throw new ActRefusal({ reason: 'forward-unseen' })
}
