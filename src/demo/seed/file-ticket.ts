import { type Catalog, findCategory, findProblem } from '../../domain/catalog.ts'
import type { Language } from '../../domain/people.ts'
import type { Group } from '../../simulator/driver/group.ts'
import type { Person } from '../../simulator/driver/person.ts'
import type { PacedClock } from '../../simulator/playground/paced-clock.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import { drawPhoto } from '../draw-photos.ts'
import type { Scene } from './scenes/scene.ts'
import { findShown, saidSince, seen, tapShown } from './seen.ts'

/** In both languages. */
const BUTTONS = {
  order: /нет номера|don't have it/,
  skip: /^(Пропустить|Skip)$/,
  done: /^(Готово|Done)$/,
  send: /^(Отправить|Send)$/,
}
/** Whatever else the bot had to do in the group is over by then, so that the ticket gets a topic at once. */
const READS_REVIEW_MS = 90_000
const ASKS_WHAT_HAPPENED = /Что случилось\?|What happened\?/
const FILED = /№ (\d{3,4}-\d{3,4}) (принято|is accepted)/

export interface Filing {
  readonly sim: Simulator
  readonly staff: Group
  readonly clock: PacedClock
  readonly catalog: Catalog
  readonly language: Language
}

/** Walks the whole form. @returns the ticket's number, as people see it: `482-913` */
export async function fileTicket(filing: Filing, customer: Person, scene: Scene): Promise<string> {
  const { sim, staff, clock, catalog, language } = filing
  const [categoryId = '', problemId = ''] = scene.about.split('/')
  const category = findCategory(catalog, categoryId)
  const problem = findProblem(catalog, categoryId, problemId)
  if (category === null || problem === null) throw new Error(`The catalogue has no ${scene.about}`)
  const { message_id: since } = customer.sendText('/new')
  const tap = (text: string | RegExp) => tapShown(sim, customer, text, since)
  const asked = (text: RegExp) =>
    seen(sim, `the question ${text}`, () => saidSince(customer, since).some((words) => text.test(words)))
  await tap(category.title[language])
  await tap(problem.title[language])
  if (problem.order !== 'none') {
    await seen(sim, 'the question about the order', () => findShown(customer, BUTTONS.order, since))
    customer.sendText(scene.order ?? '')
  }
  await asked(ASKS_WHAT_HAPPENED)
  customer.sendText(scene.text[language])
  await seen(sim, 'the question about photos', () => findShown(customer, BUTTONS.skip, since))
  await sendPhotos(customer, scene)
  await tap(scene.photos.length === 0 ? BUTTONS.skip : BUTTONS.done)
  await seen(sim, 'the review', () => findShown(customer, BUTTONS.send, since))
  clock.leap(READS_REVIEW_MS)
  await tap(BUTTONS.send)
  const number = await seen(
    sim,
    'the confirmation',
    () =>
      saidSince(customer, since)
        .findLast((words) => FILED.test(words))
        ?.match(FILED)?.[1],
  )
  await seen(sim, 'its card', () => staff.screen().includes(`№ ${number}`))
  return number
}

async function sendPhotos(customer: Person, { photos }: Scene): Promise<void> {
  const drawn = await Promise.all(photos.map(drawPhoto))
  const [first] = drawn
  if (drawn.length > 1) customer.sendAlbum(drawn.map((bytes) => ({ kind: 'photo', bytes })))
  else if (first !== undefined) customer.sendPhoto({ bytes: first })
}
