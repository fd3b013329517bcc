import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Meters } from '../delivery/meters.ts'
import type { Clock, Log } from '../delivery/ports.ts'
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
  readonly clock: Clock
  readonly log: Log
}

/** The desk's side towards the web. */
export interface Front {
  /** For the parts of the desk to write to. */
  readonly meters: Meters
  /** The desk is open: its numbers are shown, and what Telegram brings is taken. Until then nobody is let in. */
  show(view: DeskView, take: TakeUpdates): void
  /** Takes nothing new and finishes what is in hand, within some seconds. */
  stop(): Promise<void>
}

/**
 * Opens the port: health and metrics, and the webhook's door where there is one.
 * @throws PortUnavailableError
 */
export async function openFront({ port, webhook, clock, log }: FrontOptions): Promise<Front> {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const meters = createPromMeters(register)
  const gauges = createPromGauges(register, clock, log)
  let shown: { view: DeskView; readings: ReturnType<typeof createReadings>; take: TakeUpdates } | null = null
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
  const app = createHttpApp({
    log,
    door,
    readiness: async () =>
      shown === null ? NOT_OPEN : readReadiness(shown.view, shown.readings, clock, log),
    metrics: async () => {
      if (shown !== null) await gauges.refresh(shown.view, shown.readings)
      return { text: await register.metrics(), contentType: register.contentType }
    },
    isClosing: () => isClosing,
  })
  const server = await listen(app, port, log)
  log.info({ port, webhook: webhook !== null }, 'The port is open')
  return {
    meters,
    show: (view, take) => {
      shown = { view, readings: createReadings(view, clock), take }
    },
    stop: async () => {
      isClosing = true
      await server.stop()
    },
  }
}
