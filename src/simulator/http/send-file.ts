import type { ServerResponse } from 'node:http'
import { BotApiError, tooManyRequests } from '../bot-api/bot-api-error.ts'
import type { CallLog } from '../call-log.ts'
import { type ActiveFault, type FaultRegistry, FILE_DOWNLOAD } from '../faults.ts'
import { isTokenValid, type World } from '../state/world.ts'
import { failure, send, sendFaulty } from './answer.ts'

/** Serves a file by its path, as `getFile` tells it. */
export async function sendFile(
  { world, faults, calls }: { world: World; faults: FaultRegistry; calls: CallLog },
  [bot = '', ...path]: string[],
  response: ServerResponse,
): Promise<void> {
  const startedAt = performance.now()
  const params = { file_path: path.join('/') }
  const file = isTokenValid(world, bot.slice(3)) ? world.files.findByPath(params.file_path) : undefined
  const fault = faults.take(FILE_DOWNLOAD, params)
  const error = file ? fault && `fault: ${fault.kind}` : 'Not Found'
  calls.add({
    at: world.clock.now(),
    method: FILE_DOWNLOAD,
    params,
    ok: error === undefined,
    error,
    applied: error === undefined,
    tookMs: performance.now() - startedAt,
  })
  if (!file) return send(response, failure(new BotApiError(404, 'Not Found')))
  await (fault ? sendFaultyFile(response, file.bytes, fault) : sendBytes(response, file.bytes))
}

const BINARY = 'application/octet-stream'

function sendBytes(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': BINARY, 'content-length': bytes.length })
  response.end(bytes)
}

/** Half of the file comes before anything happens to the rest. */
async function sendFaultyFile(response: ServerResponse, bytes: Buffer, fault: ActiveFault): Promise<void> {
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  switch (fault.kind) {
    case 'hang':
      response.writeHead(200, { 'content-type': BINARY, 'content-length': bytes.length })
      response.write(half)
      await fault.released
      response.end(bytes.subarray(half.length))
      return
    case 'truncated':
      response.writeHead(200, { 'content-type': BINARY, 'content-length': bytes.length })
      response.write(half, () => response.socket?.destroy())
      return
    case 'misstated':
      return sendBytes(response, half)
    case 'flood':
      response.setHeader('retry-after', fault.retryAfter)
      return send(response, failure(tooManyRequests(fault.retryAfter)))
    default:
      return sendFaulty(response, { status: 200, body: '' }, fault)
  }
}
