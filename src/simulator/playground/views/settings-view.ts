import { isPaced } from '../paced-clock.ts'
import type { SettingsView } from '../protocol.ts'
import type { Room } from '../room.ts'

export function viewSettings({ sim, faults, switches, papers }: Room): SettingsView {
  const { world } = sim
  const { updates, flood, clock } = world
  return {
    now: clock.now(),
    speed: isPaced(clock) ? clock.pace().speed : 1,
    limits: flood.settings(),
    floodRefusals: flood.refused(),
    faults: faults.views(),
    privacyMode: world.privacyMode,
    richMessages: world.richMessages,
    ephemeralMessages: world.ephemeralMessages,
    privateTopics: world.privateTopics,
    isTokenRevoked: world.tokenRevoked,
    isHolding: updates.isHolding(),
    heldUpdates: updates.held(),
    waitingUpdates: updates.queue.list().length,
    switches: switches.map((each) => ({
      ...{ id: each.id, label: each.label, hint: each.hint, state: each.state() },
      isUsable: each.isUsable?.() ?? true,
    })),
    papers: papers.map((each) => ({
      ...{ id: each.id, label: each.label, hint: each.hint, state: each.state?.() ?? null },
      isReadOnly: each.save === undefined,
    })),
  }
}
