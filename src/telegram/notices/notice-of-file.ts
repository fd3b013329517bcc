import type { FileToKeep } from '../../app/keep-file.ts'
import { fileStream } from '../../app/streams.ts'
import {
  BESIDE_TELEGRAM,
  DISCARD_FILE,
  DOWNLOAD_FILE,
  type OutgoingCall,
  QUEUES,
  queueOf,
} from '../../delivery/outgoing-call.ts'
import { packReport } from '../report-data.ts'
import type { NoticeScope } from './notice-scope.ts'

/** Has a file copied. A stream of its own: nothing waits for it, and it for nothing. */
export function orderCopy({ unit, ids }: NoticeScope, { fileId, fileUniqueId, size }: FileToKeep): void {
  unit.send({
    ...fileCall(ids.next(), fileUniqueId),
    method: DOWNLOAD_FILE,
    payload: { file_id: fileId, file_unique_id: fileUniqueId, size },
    report: { lane: unit.lane, when: 'always', data: packReport({ kind: 'file', fileUniqueId }) },
  })
}

/** Has the copy deleted, after whatever is being done about the file. */
export function orderDiscard({ unit, ids }: NoticeScope, fileUniqueId: string): void {
  unit.send({
    ...fileCall(ids.next(), fileUniqueId),
    method: DISCARD_FILE,
    payload: { file_unique_id: fileUniqueId },
  })
}

function fileCall(id: string, fileUniqueId: string): Omit<OutgoingCall, 'method' | 'payload'> {
  return {
    ...BESIDE_TELEGRAM,
    id,
    chatId: queueOf(QUEUES.files, fileUniqueId),
    stream: fileStream(fileUniqueId),
    policy: 'repeatable',
  }
}
