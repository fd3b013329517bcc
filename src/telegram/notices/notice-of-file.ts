import type { FileToKeep } from '../../app/keep-file.ts'
import { CALL_PRIORITY, DOWNLOAD_FILE, QUEUES, queueOf } from '../../delivery/outgoing-call.ts'
import { packReport } from '../report-data.ts'
import type { NoticeScope } from './notice-scope.ts'

/** Has a file copied. A stream of its own: nothing waits for it, and it for nothing. */
export function orderCopy({ unit, ids }: NoticeScope, { fileId, fileUniqueId, size }: FileToKeep): void {
  unit.send({
    id: ids.next(),
    chatId: queueOf(QUEUES.files, fileUniqueId),
    stream: `file:${fileUniqueId}`,
    method: DOWNLOAD_FILE,
    payload: { file_id: fileId, file_unique_id: fileUniqueId, size },
    priority: CALL_PRIORITY.bookkeeping,
    policy: 'repeatable',
    notBefore: null,
    coalesceKey: null,
    albumKey: null,
    albumIndex: 0,
    subject: null,
    report: { lane: unit.lane, when: 'always', data: packReport({ kind: 'file', fileUniqueId }) },
    roomPercent: null,
  })
}
