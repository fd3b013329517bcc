import { badRequest } from '../bot-api/bot-api-error.ts'
import type { UploadedFile } from '../http/multipart.ts'
import type { StoredFile } from '../state/files.ts'
import { addPhoto, type MediaKind } from '../state/media.ts'
import { imageSize } from '../state/sample-files.ts'
import type { Call } from './call.ts'

/** https://core.telegram.org/bots/api#sending-files, bytes. */
const MAX_PHOTO_BYTES = 10 * 1024 * 1024
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024

/**
 * The file a parameter means: uploaded under its own name or by `attach://`, or known by its id.
 * @throws BotApiError for an unknown id, an id of another kind, a missing upload, or an image that is none.
 */
export function readInputFile(
  call: Call,
  given: string | undefined,
  field: string,
  kind: MediaKind,
): StoredFile {
  const uploaded = findUpload(call, given, field)
  if (uploaded) return addUpload(call, uploaded, kind)
  if (!given) throw badRequest(`there is no ${field.replaceAll('_', ' ')} in the request`)
  // Telegram would fetch it; nothing here reaches out, so every address counts as unreachable.
  if (/^https?:\/\//i.test(given)) throw badRequest('failed to get HTTP URL content')
  return call.world.files.require(given, kind)
}

function findUpload(call: Call, given: string | undefined, field: string): UploadedFile | undefined {
  if (!given) return call.files.get(field)
  if (!given.startsWith('attach://')) return undefined
  const uploaded = call.files.get(given.slice('attach://'.length))
  if (!uploaded) throw badRequest('wrong file identifier/HTTP URL specified')
  return uploaded
}

function addUpload(call: Call, upload: UploadedFile, kind: MediaKind): StoredFile {
  const { bytes, fileName } = upload
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (kind === 'photo') {
    if (bytes.length > MAX_PHOTO_BYTES) {
      throw badRequest(
        `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${MAX_PHOTO_BYTES} bytes`,
      )
    }
    const size = imageSize(bytes)
    if (!size) throw badRequest('IMAGE_PROCESS_FAILED')
    if (size.width + size.height > 10_000) throw badRequest('PHOTO_INVALID_DIMENSIONS')
    return addPhoto(call.world.files, bytes, size)
  }
  if (bytes.length > MAX_UPLOAD_BYTES) throw badRequest('file is too big')
  return call.world.files.add({ kind, bytes, fileName, mimeType: mimeTypeOf(upload) })
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  zip: 'application/zip',
}

/** Telegram goes by the file's name rather than by what the client says. */
function mimeTypeOf({ fileName, mimeType }: UploadedFile): string {
  return MIME_TYPES[fileName.split('.').at(-1)?.toLowerCase() ?? ''] ?? mimeType
}
