import { badRequest, conflict } from '../bot-api/bot-api-error.ts'
import type { Call, Handlers } from './call.ts'

function getUpdates(call: Call): unknown {
  const { world, params, signal } = call
  const { updates } = world
  if (updates.webhook.url() !== '') {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  const allowed = params.json<string[]>('allowed_updates')
  if (allowed) updates.allow(allowed)
  const limit = params.number('limit') ?? 100
  return updates.poll.get({
    offset: params.number('offset') ?? 0,
    limit: limit < 1 || limit > 100 ? 100 : limit,
    // The server waits 50 seconds at most.
    timeoutMs: Math.min(Math.max(params.number('timeout') ?? 0, 0), 50) * 1000,
    signal,
  })
}

function setWebhook(call: Call): true {
  const { params, world } = call
  const url = params.text('url') ?? ''
  if (url !== '' && !/^https?:\/\//i.test(url))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  const secretToken = params.text('secret_token')
  if (secretToken !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secretToken)) {
    throw badRequest('secret token contains unallowed characters')
  }
  const allowed = params.json<string[]>('allowed_updates')
  if (allowed) world.updates.allow(allowed)
  if (params.flag('drop_pending_updates')) world.updates.queue.clear()
  if (url === '') return removeWebhook(call)
  world.updates.poll.terminate('setWebhook request')
  world.updates.webhook.set({ url, secretToken, maxConnections: params.number('max_connections') ?? 40 })
  return true
}

function removeWebhook({ params, world }: Call): true {
  world.updates.webhook.remove()
  if (params.flag('drop_pending_updates')) world.updates.queue.clear()
  return true
}

export const updateHandlers: Handlers = {
  getUpdates,
  setWebhook,
  deleteWebhook: removeWebhook,
  getWebhookInfo: ({ world }) => {
    const allowed = world.updates.allowed()
    return { ...world.updates.webhook.info(), ...(allowed.length > 0 ? { allowed_updates: allowed } : {}) }
  },
}
