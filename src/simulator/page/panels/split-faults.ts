import type { FaultView } from '../../playground/protocol.ts'

/** The faults that calls can still meet, and those that have been met as often as was wanted. */
export function splitFaults(faults: readonly FaultView[]) {
  const isUsedUp = ({ hits, times }: FaultView) => hits >= times
  return { active: faults.filter((each) => !isUsedUp(each)), usedUp: faults.filter(isUsedUp) }
}
