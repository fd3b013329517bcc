import type { Catalog } from '../../domain/catalog.ts'
import type { Language } from '../../domain/people.ts'
import { weekToReport } from '../../domain/period.ts'
import type { Group } from '../../simulator/driver/group.ts'
import type { Actions, Person } from '../../simulator/driver/person.ts'
import type { PacedClock } from '../../simulator/playground/paced-clock.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import type { Seated } from '../cast.ts'
import { drawPhoto } from '../draw-photos.ts'
import { fileTicket } from './file-ticket.ts'
import { customerOf, LIVE_CUSTOMERS } from './people.ts'
import { DONE } from './scenes/done.ts'
import { IN_WORK } from './scenes/in-work.ts'
import { type Scene, type Step, TAGS } from './scenes/scene.ts'
import { WAITING } from './scenes/waiting.ts'
import { seen, tapShown } from './seen.ts'
import { TIME_ZONE } from './write-past.ts'

/** So that nobody waits for Telegram's limits, which go by the same clock. */
const SPEED = 20
const MINUTE_MS = 60_000

/** In both languages. */
const SOLVED = /^(Вопрос решён|It is solved)$/
const OVERDUE = /прош[её]л|overdue/

export interface SceneDeps {
  readonly sim: Simulator
  readonly seated: Seated
  readonly clock: PacedClock
  readonly catalog: Catalog
  readonly language: Language
  /** When the playground is to open, by which the scenes reckon. Milliseconds since the epoch. */
  readonly opensAt: number
}

/** Plays the tickets of the last days with the running bot, from moment to moment. @returns how many were filed */
export async function actScenes(deps: SceneDeps): Promise<number> {
  const { sim, clock, opensAt, language } = deps
  const customers = Array.from({ length: LIVE_CUSTOMERS }, (_, place) => {
    const { telegramId: id, firstName, lastName, username } = customerOf(place, language, new Date(0))
    return sim.createUser({
      ...{ id, firstName, languageCode: language },
      ...{ lastName: lastName ?? '', username: username ?? '' },
    })
  })
  const filed = new Map<Scene, string>()
  clock.setSpeed(SPEED)
  await letReportCome(deps)
  for (const { ago, act } of timeline(deps, customers, filed)) {
    leapTo(clock, opensAt - ago * MINUTE_MS)
    await act()
  }
  leapTo(clock, Date.now())
  clock.setSpeed(1)
  await seen(sim, 'word of a broken promise', () => OVERDUE.test(deps.seated.staff.screen()))
  return filed.size
}

/** The numbers of the past week come to the group first: later they would be in the tickets' way. */
async function letReportCome({ sim, seated, clock }: SceneDeps): Promise<void> {
  if (weekToReport(new Date(clock.now()), TIME_ZONE) === null) return
  clock.leap(2 * MINUTE_MS)
  await seen(sim, 'the numbers of the week', () => seated.staff.messages().some(({ photo }) => photo))
}

interface Moment {
  readonly ago: number
  readonly act: () => Promise<void>
}

function timeline(
  deps: SceneDeps,
  customers: readonly Person[],
  filed: Map<Scene, string>,
): readonly Moment[] {
  const moments: Moment[] = []
  for (const scene of [...DONE, ...IN_WORK, ...WAITING]) {
    const customer = customers[scene.customer]
    if (customer === undefined) throw new Error(`Nobody plays customer ${scene.customer}`)
    moments.push({
      ago: scene.filedAgo,
      act: async () =>
        void filed.set(scene, await fileTicket({ ...deps, staff: deps.seated.staff }, customer, scene)),
    })
    for (const step of scene.steps) {
      const act = async () => {
        const number = filed.get(scene)
        const first = [...filed].find(([{ customer: whose }]) => whose === scene.customer)?.[1]
        if (number === undefined || first === undefined)
          throw new Error('A ticket is answered before it is filed')
        await takeStep(deps, customer, step, { number, first })
      }
      moments.push({ ago: step.ago, act })
    }
  }
  return moments.toSorted((one, other) => other.ago - one.ago)
}

/** People take their time, too: it may be later by now. */
function leapTo(clock: PacedClock, moment: number): void {
  clock.leap(Math.max(0, moment - clock.now()))
}

interface Numbers {
  readonly number: string
  /** That of the customer's first ticket. */
  readonly first: string
}

async function takeStep(deps: SceneDeps, customer: Person, step: Step, numbers: Numbers): Promise<void> {
  if (step.by === 'agent') return agentActs(deps, customer, step, numbers)
  const { sim, language } = deps
  if (!('rates' in step)) {
    if (step.photo !== undefined) customer.sendPhoto({ bytes: await drawPhoto(step.photo) })
    const { text = '' } = customer.sendText(step.says[language])
    await seen(sim, 'the words in the topic', () => deps.seated.staff.screen().includes(text))
    return
  }
  await tapShown(sim, customer, SOLVED)
  await tapShown(sim, customer, new RegExp(`^${step.rates},`))
  const thanks = new RegExp(`${step.rates} (из|out of|of) 5`)
  const replyTo = await seen(
    sim,
    'the thanks for the rating',
    () => customer.messages().findLast(({ text = '' }) => thanks.test(text))?.message_id,
  )
  if (step.says === null) return
  customer.sendText(step.says[language], { replyTo })
  await seen(sim, 'a word about it', () => customer.lastMessage()?.from?.id === sim.botId)
}

async function agentActs(
  { sim, seated, language }: SceneDeps,
  customer: Person,
  step: Extract<Step, { by: 'agent' }>,
  { number, first }: Numbers,
): Promise<void> {
  const agent = seated.agents[step.agent]
  if (agent === undefined) throw new Error(`Nobody plays agent ${step.agent}`)
  const acting = seated.staff.as(agent)
  const topic = await topicOf(sim, seated.staff, acting, number)
  if ('commands' in step) {
    const command = step.commands.replace(/\{(\w+)\}/g, (_, word: string) => TAGS[language][word] ?? first)
    acting.sendText(command, { topic })
    return worked(sim)
  }
  const words = step.says[language]
  if ('shows' in step) acting.sendPhoto({ bytes: await drawPhoto(step.shows), caption: words, topic })
  else acting.sendText(words, { topic })
  if (words.startsWith('//')) return worked(sim)
  const heart = words.replace(/^\/\w+ /, '').slice(0, 40)
  await seen(sim, 'the answer at the customer’s', () => customer.screen().includes(heart))
}

/** In a rush a ticket has its card alone, and gets a topic when somebody takes it. */
async function topicOf(sim: Simulator, staff: Group, acting: Actions, number: string): Promise<number> {
  const find = () => staff.topics().find(({ name }) => name.includes(number))
  if (find() === undefined) acting.sendText(`/take ${number}`)
  const { id } = await seen(sim, 'the topic of the ticket', find)
  return id
}

/** The bot has fetched all there is, and keeps the order of it from then on. */
async function worked(sim: Simulator): Promise<void> {
  await seen(sim, 'the bot', () => sim.world.updates.queue.list().length === 0)
}
