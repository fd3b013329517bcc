import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Examination, examineDesk } from '../../src/commands/doctor/examine-desk.ts'
import { openDatabase } from '../../src/persistence/open-database.ts'
import type { Group } from '../../src/simulator/driver/group.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/simulator/simulator.ts'
import { createShiftingClock } from './shifting-clock.ts'

/** A desk for the doctor to look at. */
export interface Place {
  readonly sim: Simulator
  readonly group: Group
  readonly dataDir: string
  readonly settings: Record<string, string | undefined>
}

/** One with which all is well. */
export async function aDesk(options: SimulatorOptions = {}): Promise<Place> {
  const sim = await startSimulator(options)
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-doctor-'))
  onTestFinished(async () => {
    await sim.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const group = sim.createGroup({ title: 'Support', kind: 'forum' })
  await (await openDatabase({ url: null, dataDir })).close()
  const settings = {
    BOT_TOKEN: sim.token,
    TELEGRAM_API_ROOT: sim.url,
    STAFF_CHAT_ID: String(group.id),
    DATA_DIR: dataDir,
  }
  return { sim, group, dataDir, settings }
}

/** @param aheadMs of this machine's clock */
export async function examine(place: Place, aheadMs = 0): Promise<Examination> {
  const clock = createShiftingClock()
  clock.leap(aheadMs)
  return examineDesk(place.settings, clock)
}
