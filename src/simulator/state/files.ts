import { randomBytes } from 'node:crypto'
import { badRequest } from '../bot-api/bot-api-error.ts'

/** What a file may be sent again as; a photo's id is no document's id. */
export type FileKind =
  | 'photo'
  | 'document'
  | 'video'
  | 'animation'
  | 'audio'
  | 'voice'
  | 'video_note'
  | 'sticker'
  | 'thumbnail'

export interface StoredFile {
  fileId: string
  uniqueId: string
  kind: FileKind
  path: string
  bytes: Buffer
  fileName?: string | undefined
  mimeType?: string | undefined
  width?: number | undefined
  height?: number | undefined
  duration?: number | undefined
  /** All sizes of one photo share it, smallest first. */
  sizes?: StoredFile[] | undefined
}

export type NewFile = Omit<StoredFile, 'fileId' | 'uniqueId' | 'path'>

const FOLDERS: Readonly<Record<FileKind, string>> = {
  photo: 'photos',
  document: 'documents',
  video: 'videos',
  animation: 'animations',
  audio: 'music',
  voice: 'voice',
  video_note: 'video_notes',
  sticker: 'stickers',
  thumbnail: 'thumbnails',
}

const TYPE_NAMES: Readonly<Record<FileKind, string>> = {
  photo: 'Photo',
  document: 'Document',
  video: 'Video',
  animation: 'Animation',
  audio: 'Audio',
  voice: 'VoiceNote',
  video_note: 'VideoNote',
  sticker: 'Sticker',
  thumbnail: 'Thumbnail',
}

const EXTENSIONS: Readonly<Record<FileKind, string>> = {
  photo: 'jpg',
  document: 'bin',
  video: 'mp4',
  animation: 'mp4',
  audio: 'mp3',
  voice: 'oga',
  video_note: 'mp4',
  sticker: 'webp',
  thumbnail: 'jpg',
}

export interface FileStore {
  add(file: NewFile): StoredFile
  find(fileId: string): StoredFile | undefined
  findByPath(path: string): StoredFile | undefined
  /** The file behind an id, checked to be of the kind it is to be sent as. @throws BotApiError */
  require(fileId: string, kind: FileKind): StoredFile
  all(): StoredFile[]
  /** Puts back what `all` gave, under its old ids. */
  restore(files: readonly StoredFile[]): void
}

export function createFileStore(): FileStore {
  const byId = new Map<string, StoredFile>()
  const byPath = new Map<string, StoredFile>()
  let count = 0
  const keep = (stored: StoredFile) => {
    count += 1
    byId.set(stored.fileId, stored)
    byPath.set(stored.path, stored)
  }
  return {
    add(file) {
      const uniqueId = randomBytes(9).toString('base64url')
      const fileId = `${TYPE_NAMES[file.kind].slice(0, 2)}ACAgI${randomBytes(30).toString('base64url')}`
      const extension = file.fileName?.includes('.') ? file.fileName.split('.').at(-1) : EXTENSIONS[file.kind]
      const stored: StoredFile = {
        ...file,
        fileId,
        uniqueId,
        path: `${FOLDERS[file.kind]}/file_${count}.${extension?.replaceAll(/\W/g, '') || 'bin'}`,
      }
      keep(stored)
      return stored
    },
    find: (fileId) => byId.get(fileId),
    findByPath: (path) => byPath.get(path),
    require(fileId, kind) {
      const file = byId.get(fileId)
      if (!file) throw badRequest('wrong file identifier/HTTP URL specified')
      if (file.kind !== kind) {
        throw badRequest(`can't use file of type ${TYPE_NAMES[file.kind]} as ${TYPE_NAMES[kind]}`)
      }
      return file
    },
    all: () => [...byId.values()],
    restore(files) {
      for (const file of files) keep(file)
    },
  }
}
