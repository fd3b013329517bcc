import type { SettingsView } from '../../playground/protocol.ts'

/** The playground's time, Unix milliseconds, so many real milliseconds after it was told. */
export function worldTime({ now, speed }: Pick<SettingsView, 'now' | 'speed'>, elapsedMs: number): number {
  return now + Math.max(0, elapsedMs) * speed
}
