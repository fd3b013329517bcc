import { isMedia, type MessageContent } from '../domain/message-content.ts'
import type { AttachedFile } from '../domain/ticket-message.ts'
import type { Desk } from './desk.ts'
import type { StoredFile } from './ports.ts'

export type FileToKeep = Pick<AttachedFile, 'fileId' | 'fileUniqueId' | 'size'>

/** Where the owner wants copies, has a ticket's file copied, once however often it is sent. */
export async function keepFile(desk: Desk, file: FileToKeep): Promise<void> {
  if (desk.rules.copiesFiles !== true) return
  const { fileUniqueId } = file
  const known = await desk.stores.storedFiles.of(fileUniqueId)
  // What could not be had by an old id may be there under a new one.
  if (known !== null && known.state !== 'gone' && known.state !== 'failed') return
  const wanted: StoredFile = {
    fileUniqueId,
    state: 'wanted',
    path: null,
    size: file.size,
    sha256: null,
    mimeType: null,
    changedAt: desk.now,
  }
  if (known === null) desk.stores.storedFiles.add(wanted)
  else desk.stores.storedFiles.update(wanted)
  desk.notices.fileWanted(file)
}

export async function keepFileOf(desk: Desk, content: MessageContent): Promise<void> {
  if (isMedia(content)) await keepFile(desk, content)
}

/** Keeps what became of a copy. */
export async function recordFile(
  desk: Desk,
  fileUniqueId: string,
  end:
    | Pick<StoredFile, 'path' | 'size' | 'sha256' | 'mimeType'>
    | { readonly state: 'too-big' | 'gone' | 'failed' },
): Promise<void> {
  const known = await desk.stores.storedFiles.of(fileUniqueId)
  if (known?.state !== 'wanted') return
  desk.stores.storedFiles.update({ ...known, state: 'stored', ...end, changedAt: desk.now })
}
