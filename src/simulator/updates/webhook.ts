import type { Update } from '../bot-api/types.ts'
import type { Clock } from '../clock.ts'
import type { UpdateQueue } from './update-queue.ts'

export interface WebhookSettings {
  url: string
  secretToken?: string | undefined
  maxConnections: number
}

export interface Webhook {
  url(): string
  set(settings: WebhookSettings): void
  remove(): void
  info(): Record<string, unknown>
  /** Looks again for updates to deliver. */
  wake(): void
}

/** The first pause after a refused delivery and the longest one, milliseconds. */
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000

/** Messages are queued per chat, taps per person in a queue of their own, as on the real server. */
function laneOf(update: Update): string {
  const [kind = ''] = Object.keys(update).filter((key) => key !== 'update_id')
  const payload = update[kind] as { chat?: { id: number }; from?: { id: number } } | undefined
  return kind === 'callback_query' ? `taps of ${payload?.from?.id}` : `chat ${payload?.chat?.id}`
}

async function post(settings: WebhookSettings, update: Update, signal: AbortSignal): Promise<void> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (settings.secretToken) headers['x-telegram-bot-api-secret-token'] = settings.secretToken
  const body = JSON.stringify(update)
  const response = await fetch(settings.url, { method: 'POST', headers, body, signal })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`Wrong response from the webhook: ${response.status}`)
}

/** One period between `setWebhook` and its end: lanes side by side, in order within a lane. */
interface Delivery {
  wake(): void
  stop(): void
}

function startDelivery(
  settings: WebhookSettings,
  queue: UpdateQueue,
  clock: Clock,
  onResult: (error?: unknown) => void,
): Delivery {
  const busyLanes = new Set<string>()
  const stopping = new AbortController()
  const { signal } = stopping

  const deliver = async (update: Update, lane: string, failures: number) => {
    try {
      await post(settings, update, signal)
    } catch (error) {
      if (signal.aborted) return
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
      const cancel = clock.setTimer(pauseMs, () => void deliver(update, lane, failures + 1))
      signal.addEventListener('abort', cancel)
      onResult(error)
      return
    }
    queue.remove(update.update_id)
    busyLanes.delete(lane)
    onResult()
    wake()
  }
  const wake = () => {
    for (const update of queue.list()) {
      const lane = laneOf(update)
      if (signal.aborted || busyLanes.has(lane) || busyLanes.size >= settings.maxConnections) continue
      busyLanes.add(lane)
      void deliver(update, lane, 0)
    }
  }
  return { wake, stop: () => stopping.abort() }
}

export function createWebhook(queue: UpdateQueue, clock: Clock, changed: () => void): Webhook {
  let settings: WebhookSettings = { url: '', maxConnections: 40 }
  let delivery: Delivery | undefined
  let lastError: { date: number; message: string } | undefined
  const remove = () => {
    delivery?.stop()
    delivery = undefined
    settings = { url: '', maxConnections: 40 }
  }
  return {
    url: () => settings.url,
    set(next) {
      remove()
      settings = next
      delivery = startDelivery(next, queue, clock, (error) => {
        if (error) lastError = { date: Math.floor(clock.now() / 1000), message: String(error) }
        changed()
      })
      delivery.wake()
    },
    remove,
    wake: () => delivery?.wake(),
    info: () => ({
      url: settings.url,
      has_custom_certificate: false,
      pending_update_count: queue.list().length,
      ...(settings.url ? { max_connections: settings.maxConnections } : {}),
      ...(lastError ? { last_error_date: lastError.date, last_error_message: lastError.message } : {}),
    }),
  }
}
