import type { Message } from '../bot-api/types.ts'
import { newMediaGroupId } from '../state/media-group.ts'
import type { Actor } from './context.ts'
import { type FileOptions, type MediaOptions, mediaContent } from './media-content.ts'
import { postAs, type SendOptions } from './send-actions.ts'

export type AlbumPart = { kind: 'photo' | 'document' | 'video' | 'audio' } & MediaOptions & FileOptions

export interface PreparedPart {
  message: Message
  /** Lets the bot hear of this part. */
  deliver(): void
}

export interface AlbumActions {
  /**
   * Sends an album: a message a part under one `media_group_id`.
   * @param options.order which part the bot hears of at each place; ids follow the album's own order all the same.
   * @returns the messages in the album's order.
   */
  sendAlbum(parts: readonly AlbumPart[], options?: SendOptions & { order?: readonly number[] }): Message[]
  /** Shows the album but tells the bot of each part only when asked, as a slow upload does. */
  prepareAlbum(parts: readonly AlbumPart[], options?: SendOptions): PreparedPart[]
}

export function createAlbumActions(actor: Actor): AlbumActions {
  const prepareAlbum: AlbumActions['prepareAlbum'] = (parts, options = {}) => {
    const mediaGroupId = newMediaGroupId()
    return parts.map((part) =>
      postAs(actor, mediaContent(actor.world.files, part.kind, part), options, { mediaGroupId }),
    )
  }
  return {
    prepareAlbum,
    sendAlbum(parts, { order, ...options } = {}) {
      const prepared = prepareAlbum(parts, options)
      const places = order ?? prepared.keys()
      for (const place of places) prepared[place]?.deliver()
      return prepared.map(({ message }) => message)
    },
  }
}
