import { appendFileSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import type { ShopOptions } from './open-shop.ts'
import { createShiftingClock } from './shifting-clock.ts'
import { openStaffStory, type StaffStory } from './staff-story.ts'

const HOUR_MS = 3_600_000
/** A Tuesday. */
export const TUESDAY_NOON = '2026-11-24T12:00:00+03:00'
const DEFAULT = fileURLToPath(new URL('../../src/config/catalogs/default.yaml', import.meta.url))

export interface SlaStory extends StaffStory {
  /** So many hours later everything that is due has been done. */
  later(hours: number): Promise<void>
  /** What agents were told of the promises, oldest first. */
  alerts(): Message[]
}

/** Anna has filed a ticket on Tuesday at noon, and time passes when the story says so. @param sla lines of the catalogue */
export async function openSlaStory(
  sla = '',
  options: ShopOptions = {},
  start = TUESDAY_NOON,
): Promise<SlaStory> {
  const clock = createShiftingClock(start)
  const env = { ...options.env, ...(sla === '' ? {} : { CATALOG_FILE: catalogWith(sla) }) }
  const story = await openStaffStory({ ...options, clock, env })
  return {
    ...story,
    async later(hours) {
      clock.leap(hours * HOUR_MS)
      // Whoever looks twice finds nothing new.
      await Promise.all([story.shop.desk().sweep(), story.shop.desk().sweep()])
      await story.shop.settled()
    },
    alerts: () =>
      story.inTopic().filter(({ from, text = '' }) => from?.id === story.shop.sim.botId && ALERT.test(text)),
  }
}

const ALERT = /Скоро срок|[Сс]рок .*прош[её]л|due soon|overdue:/

function catalogWith(lines: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-sla-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'catalog.yaml')
  copyFileSync(DEFAULT, file)
  appendFileSync(file, `\n${lines}\n`)
  return file
}
