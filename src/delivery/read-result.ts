import type { CallResult, DownloadedFile, Json } from './outgoing-call.ts'

/** What is kept of a call's answer: one result for each of the `parts` sent together; texts in one message share its id. */
export function readResults(result: unknown, parts: number): readonly CallResult[] {
  const items: readonly unknown[] = Array.isArray(result) ? result : Array(parts).fill(result)
  return Array.from({ length: parts }, (_, index) => readResult(items[index]))
}

function readResult(item: unknown): CallResult {
  if (typeof item !== 'object' || item === null) return {}
  const messageId = 'message_id' in item ? item.message_id : undefined
  const threadId = 'message_thread_id' in item ? item.message_thread_id : undefined
  const asideId = 'ephemeral_message_id' in item ? item.ephemeral_message_id : undefined
  return {
    ...(typeof messageId === 'number' ? { message_id: messageId } : {}),
    ...(typeof threadId === 'number' ? { message_thread_id: threadId } : {}),
    ...(typeof asideId === 'number' ? { ephemeral_message_id: asideId } : {}),
    // Of our own making, see DOWNLOAD_FILE and what stands beside it.
    ...('file' in item ? { file: item.file as DownloadedFile } : {}),
    ...('found' in item ? { found: item.found as Json } : {}),
  }
}
