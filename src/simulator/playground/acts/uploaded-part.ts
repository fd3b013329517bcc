import type { AlbumPart } from '../../driver/album.ts'
import { imageSize } from '../../state/sample-files.ts'
import type { UploadedItem } from '../act-protocol.ts'
import { ActRefusal } from '../act-refusal.ts'
import type { Room } from '../room.ts'

/** https://core.telegram.org/bots/api#sending-files */
const MAX_PHOTO_MB = 10

export type UploadedPart = Omit<AlbumPart, 'kind'> & { kind: UploadedItem['kind'] }

/** @throws ActRefusal when the upload is gone, or cannot be what it is meant as. */
export function uploadedPart({ uploads }: Room, { uploadId, kind }: UploadedItem): UploadedPart {
  const upload = uploads.find(uploadId)
  if (!upload) throw new ActRefusal({ reason: 'upload-gone' })
  const { name, mimeType, bytes } = upload
  if (kind !== 'photo') return { kind, fileName: name, mimeType, bytes }
  if (!imageSize(bytes)) throw new ActRefusal({ reason: 'no-photo', file: name })
  if (bytes.length > MAX_PHOTO_MB * 1024 * 1024)
    throw new ActRefusal({ reason: 'photo-too-large', file: name, megabytes: MAX_PHOTO_MB })
  return { kind, bytes }
}
