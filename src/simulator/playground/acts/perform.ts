import { BotApiError } from '../../bot-api/bot-api-error.ts'
import type { Act, ActAnswer } from '../act-protocol.ts'
import { ActRefusal } from '../act-refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Room } from '../room.ts'
import type { Doers } from './doers.ts'
import { groupDoers } from './group-acts.ts'
import { messageDoers } from './message-acts.ts'
import { personDoers } from './person-acts.ts'
import { readAct } from './schema.ts'
import { sendingDoers } from './sending-acts.ts'
import { serverDoers } from './server-acts.ts'

const DOERS: Doers<Act['do']> = {
  ...sendingDoers,
  ...messageDoers,
  ...personDoers,
  ...groupDoers,
  ...serverDoers,
}

interface Performed {
  status: number
  answer: ActAnswer
}

/** Does what a page asks for. @param json an {@link Act} */
export async function performAct(room: Room, json: string): Promise<Performed> {
  const read = readAct(json)
  if ('refusal' in read) return refused(400, read.refusal)
  const { act } = read
  try {
    const doer = DOERS[act.do] as (room: Room, act: Act) => ReturnType<(typeof DOERS)['send-text']>
    return { status: 200, answer: { isOk: true, ...(await doer(room, act)) } }
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal) return refused(200, refusal)
    console.error(`playground: ${act.do}:`, error)
    return refused(500, { reason: 'broken' })
  } finally {
    // Not everything that acts change tells of it.
    room.sim.world.changed()
  }
}

function refused(status: number, refusal: Refusal): Performed {
  return { status, answer: { isOk: false, refusal } }
}

/** Undefined for a mistake of the program, which is no error thrown in so many words. */
function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof ActRefusal) return error.refusal
  const isInWords = error instanceof BotApiError || (error instanceof Error && error.constructor === Error)
  return isInWords ? { reason: 'said', text: sentence(error.message) } : undefined
}

/** The driver's words are for whoever writes a test: "no button x; join() first". */
function sentence(message: string): string {
  const plain = message.replace(/; \w+\(\) first$/, '').trim()
  const begun = plain.charAt(0).toUpperCase() + plain.slice(1)
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`
}
