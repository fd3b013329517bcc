import type { Config } from '../../config/config.ts'
import { type Finding, fine, problem } from './finding.ts'

/** Knocks at the receiver of events, and tells it nothing: whatever it answers, it is there. */
export async function checkEvents(events: Config['events'], withinMs: number): Promise<readonly Finding[]> {
  if (events === null) return []
  const { host } = new URL(events.url)
  try {
    const init = { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(withinMs) } as const
    await (await fetch(events.url, init)).body?.cancel()
    return [fine('events', `${host} is there`)]
  } catch {
    return [
      problem(
        'events',
        `${host} can not be reached`,
        'check EVENTS_URL, that your system runs there, and its certificate; events wait for a day',
      ),
    ]
  }
}
