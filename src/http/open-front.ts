import type { Hono } from 'hono'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Meters } from '../delivery/meters.ts'
import type { Clock, Log } from '../delivery/ports.ts'
import type { ApiDesk } from './api/api-desk.ts'
import { type ApiDoorOptions, createApiDoor } from './api/api-door.ts'
import type { ApiToken } from './api/token-matcher.ts'
import { createReadings, type DeskView } from './desk-view.ts'
import { createHttpApp } from './http-app.ts'
import { listen } from './listen.ts'
import { createPromGauges } from './prom-gauges.ts'
import { createPromMeters } from './prom-meters.ts'
import { NOT_OPEN, readReadiness } from './readiness.ts'
import { createWebhookDoor, type TakeUpdates } from './webhook-door.ts'

export interface FrontOptions {
  readonly port: number
  /** Null: the bot polls. */
  readonly webhook: { readonly url: string; readonly secret: string } | null
  /** Who may use the HTTP API; empty: there is none. */
  readonly apiTokens: readonly ApiToken[]
  readonly clock: Clock
  readonly log: Log
}

export interface ShownDesk {
  readonly view: DeskView
  readonly take: TakeUpdates
  readonly api: ApiDesk
}

/** The desk's side towards the web. */
export interface Front {
  /** For the parts of the desk to write to. */
  readonly meters: Meters
  /** The desk is open: its numbers are shown, and what Telegram brings is taken. Until then nobody is let in. */
  show(shown: ShownDesk): void
  /** Takes nothing new and finishes what is in hand, within some seconds. */
  stop(): Promise<void>
}

/**
 * Opens the port: health and metrics, the webhook's door and the HTTP API where there are any.
 * @throws PortUnavailableError
 */
export async function openFront({ port, webhook, apiTokens, clock, log }: FrontOptions): Promise<Front> {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const meters = createPromMeters(register)
  const gauges = createPromGauges(register, clock, log)
  let shown: (ShownDesk & { readonly readings: ReturnType<typeof createReadings> }) | null = null
  let isClosing = false
  const door =
    webhook === null
      ? null
      : createWebhookDoor({
          ...webhook,
          log,
          take: () => shown?.take ?? null,
          onTurnedAway: meters.turnedAway,
        })
  const isGoing = () => isClosing
  const apiDesk = () => shown?.api ?? null
  const api = openApi(apiTokens, { desk: apiDesk, clock, log, isClosing: isGoing })
  const app = createHttpApp({
    log,
    api,
    door,
    readiness: async () =>
      shown === null ? NOT_OPEN : readReadiness(shown.view, shown.readings, clock, log),
    metrics: async () => {
      if (shown !== null) await gauges.refresh(shown.view, shown.readings)
      return { text: await register.metrics(), contentType: register.contentType }
    },
    isClosing: isGoing,
  })
  const server = await listen(app, port, log)
  log.info({ port, webhook: webhook !== null, api: api !== null }, 'The port is open')
  return {
    meters,
    show: (desk) => {
      shown = { ...desk, readings: createReadings(desk.view, clock) }
    },
    stop: async () => {
      isClosing = true
      await server.stop()
    },
  }
}

function openApi(tokens: readonly ApiToken[], options: Omit<ApiDoorOptions, 'tokens'>): Hono | null {
  return tokens.length === 0 ? null : (createApiDoor({ tokens, ...options }) as unknown as Hono)
}
