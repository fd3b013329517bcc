import { badRequest } from '../bot-api/bot-api-error.ts'
import type { Call, Handlers } from './call.ts'

/** https://core.telegram.org/bots/api#getfile, bytes. */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024

function getFile({ world, params }: Call): unknown {
  const file = world.files.find(params.text('file_id') ?? '')
  if (!file) throw badRequest('invalid file_id')
  if (file.bytes.length > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big')
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_path: file.path,
  }
}

export const fileHandlers: Handlers = {
  getFile,
  getUserProfilePhotos: () => ({ total_count: 0, photos: [] }),
  logOut: () => true,
  close: () => true,
}
