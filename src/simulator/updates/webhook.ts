import type { Update } from '../bot-api/types.ts'
import type { Clock } from '../clock.ts'
import type { UpdateQueue } from './update-hub.ts'

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
  wake(): void
  stop(): void
}

/** The first pause after a refused delivery and the longest one, milliseconds. */
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000

const OFF: WebhookSettings = { url: '', maxConnections: 40 }

/** Messages are queued per chat, taps per person in a queue of their own, as on the real server. */
function laneOf(update: Update): string {
  const [kind = ''] = Object.keys(update).filter((key) => key !== 'update_id')
  const payload = update[kind] as { chat?: { id: number }; from?: { id: number } } | undefined
  return kind === 'callback_query' ? `taps of ${payload?.from?.id}` : `chat ${payload?.chat?.id}`
}

export function createWebhook(queue: UpdateQueue, clock: Clock, changed: () => void): Webhook {
  let settings = OFF
  let lastError: { date: number; message: string } | undefined
  const busyLanes = new Set<string>()
  const failures = new Map<number, number>()
  const pauses = new Set<() => void>()
  let stopping = new AbortController()

  const deliver = async (update: Update, lane: string) => {
    const { url, secretToken } = settings
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (secretToken) headers['x-telegram-bot-api-secret-token'] = secretToken
    const { signal } = stopping
    try {
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update), signal })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`Wrong response from the webhook: ${response.status}`)
      queue.remove(update.update_id)
      failures.delete(update.update_id)
      changed()
    } catch (error) {
      if (signal.aborted) return
      lastError = { date: Math.floor(clock.now() / 1000), message: String(error) }
      changed()
      await pause(update.update_id)
    }
    busyLanes.delete(lane)
    wake()
  }
  const pause = (updateId: number) => {
    const failed = failures.get(updateId) ?? 0
    failures.set(updateId, failed + 1)
    return new Promise<void>((resolve) => {
      const cancel = clock.setTimer(Math.min(FIRST_PAUSE_MS * 2 ** failed, LONGEST_PAUSE_MS), () => {
        pauses.delete(cancel)
        resolve()
      })
      pauses.add(cancel)
    })
  }
  const wake = () => {
    if (settings.url === '') return
    const seen = new Set<string>()
    for (const update of queue.list()) {
      const lane = laneOf(update)
      const isFirst = !seen.has(lane)
      seen.add(lane)
      if (!isFirst || busyLanes.has(lane) || busyLanes.size >= settings.maxConnections) continue
      busyLanes.add(lane)
      void deliver(update, lane)
    }
  }
  const halt = () => {
    stopping.abort()
    stopping = new AbortController()
    for (const cancel of pauses) cancel()
    pauses.clear()
    busyLanes.clear()
    settings = OFF
  }
  return {
    url: () => settings.url,
    set(next) {
      halt()
      settings = next
      wake()
    },
    remove: halt,
    stop: halt,
    wake,
    info: () => ({
      url: settings.url,
      has_custom_certificate: false,
      pending_update_count: queue.list().length,
      ...(settings.url ? { max_connections: settings.maxConnections } : {}),
      ...(lastError ? { last_error_date: lastError.date, last_error_message: lastError.message } : {}),
    }),
  }
}
