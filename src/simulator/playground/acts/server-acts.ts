import { findMethod } from '../../bot-api/parse-tables.ts'
import { FILE_DOWNLOAD } from '../../faults.ts'
import { floodSettings } from '../../simulator.ts'
import { ActRefusal } from '../act-refusal.ts'
import { isPaced, type PacedClock } from '../paced-clock.ts'
import type { Paper, Room } from '../room.ts'
import { DONE, type Doers } from './doers.ts'

export const serverDoers: Doers<
  | 'add-fault'
  | 'remove-fault'
  | 'release-faults'
  | 'set-limits'
  | 'set-speed'
  | 'leap'
  | 'set-server'
  | 'revoke-token'
  | 'restore-token'
  | 'hold-updates'
  | 'release-updates'
  | 'redeliver-updates'
  | 'switch'
  | 'read-paper'
  | 'save-paper'
> = {
  'add-fault'({ faults }, { do: _, method, chatId, ...fault }) {
    const isAll = method === '*' || method === FILE_DOWNLOAD
    const known = isAll ? method : findMethod(method)?.name
    if (known === undefined) throw new ActRefusal({ reason: 'no-method', method })
    faults.add({ method: known, ...fault }, chatId ?? null)
    return DONE
  },
  'remove-fault'({ faults }, { id }) {
    if (!faults.remove(id)) throw new ActRefusal({ reason: 'fault-gone' })
    return DONE
  },
  'release-faults'({ faults }) {
    faults.release()
    return DONE
  },
  'set-limits'({ sim }, { limits }) {
    sim.world.flood.change(floodSettings(limits))
    return DONE
  },
  'set-speed'(room, { speed }) {
    requirePaced(room).setSpeed(speed)
    return DONE
  },
  leap(room, { ms }) {
    requirePaced(room).leap(ms)
    return DONE
  },
  'set-server'({ sim: { world } }, { do: _, ...settings }) {
    Object.assign(world, settings)
    return DONE
  },
  'revoke-token'({ sim }) {
    sim.revokeToken()
    return DONE
  },
  'restore-token'({ sim }) {
    sim.restoreToken()
    return DONE
  },
  'hold-updates'({ sim }) {
    sim.updates.hold()
    return DONE
  },
  'release-updates'({ sim }, { reversed = false }) {
    const places = Array.from({ length: sim.updates.held() }, (_, index) => index)
    sim.updates.release(reversed ? places.reverse() : [])
    return DONE
  },
  'redeliver-updates'({ sim }) {
    sim.updates.redeliverAll()
    return DONE
  },
  async switch({ switches }, { id }) {
    const wanted = switches.find((each) => each.id === id)
    if (!wanted) throw new ActRefusal({ reason: 'no-switch' })
    await wanted.run()
    return DONE
  },
  async 'read-paper'(room, { id }) {
    return { text: await requirePaper(room, id).read() }
  },
  async 'save-paper'(room, { id, text }) {
    const paper = requirePaper(room, id)
    if (!paper.save) throw new ActRefusal({ reason: 'paper-read-only' })
    await paper.save(text)
    return DONE
  },
}

function requirePaper({ papers }: Room, id: string): Paper {
  const wanted = papers.find((each) => each.id === id)
  if (!wanted) throw new ActRefusal({ reason: 'no-paper' })
  return wanted
}

function requirePaced({ sim }: Room): PacedClock {
  const { clock } = sim.world
  if (isPaced(clock)) return clock
  throw new ActRefusal({ reason: 'clock-fixed' })
}
