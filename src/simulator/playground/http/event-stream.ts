import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Feed } from '../feed.ts'
import type { Change } from '../protocol.ts'

/** So that neither side takes a quiet connection for a dead one. Milliseconds. */
const HEARTBEAT_MS = 15_000
/** How soon a page that lost the connection tries again, milliseconds. */
const RETRY_MS = 1_000

/**
 * Tells a page of every change as server-sent events, until it leaves.
 * A page that reads slowly is told later, of all that has changed by then; one that reads nothing is dropped.
 */
export function streamEvents(feed: Feed, request: IncomingMessage, response: ServerResponse, url: URL): void {
  let toldSeq = knownSeq(feed, request.headers['last-event-id'] ?? url.searchParams.get('after'))
  let isStuck = false
  const tell = (change: Change) => {
    if (change.seq <= toldSeq && !change.isWhole) return
    toldSeq = change.seq
    response.write(`id: ${feed.epoch}.${change.seq}\ndata: ${JSON.stringify(change)}\n\n`)
  }
  const onChange = (change: Change) => {
    if (response.writableNeedDrain) return
    tell(change.seq === toldSeq + 1 ? change : feed.since(toldSeq))
  }
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.write(`retry: ${RETRY_MS}\n\n`)
  const first = feed.since(toldSeq)
  // What it knows may be all there is; it is told so all the same.
  toldSeq = Math.min(toldSeq, first.seq - 1)
  tell(first)

  const stopListening = feed.listen(onChange)
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(': still here\n\n')
    else if (isStuck) response.destroy()
    isStuck = response.writableNeedDrain
  }, HEARTBEAT_MS).unref()
  response.on('drain', () => {
    isStuck = false
    tell(feed.since(toldSeq))
  })
  response.on('close', () => {
    stopListening()
    clearInterval(heartbeat)
  })
}

/** How far a page was told that comes back; 0 when that was another epoch, or nothing. */
function knownSeq(feed: Feed, id: string | string[] | null): number {
  const [epoch, seq] = String(id ?? '').split('.')
  return epoch === feed.epoch && /^\d{1,15}$/.test(seq ?? '') ? Number(seq) : 0
}
