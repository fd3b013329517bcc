import type { Person } from '../../src/simulator/driver/person.ts'
import type { Shop } from './open-shop.ts'

/** Taps a button as soon as the chat shows it. @param since older messages' buttons are not meant */
export async function tapShown(shop: Shop, person: Person, text: string | RegExp, since = 0): Promise<void> {
  const matches = (label: string) => (typeof text === 'string' ? label === text : text.test(label))
  const { message_id: messageId } = await shop.sim.waitFor(
    () =>
      person
        .messages()
        .findLast(
          ({ message_id }) =>
            message_id >= since && person.buttons(message_id).some((button) => matches(button.text)),
        ),
    { what: `a button ${String(text)} for ${person.user.first_name}` },
  )
  person.tap(text, { messageId })
}

/** Waits until the newest messages of the chat say it. */
export async function reads(shop: Shop, person: Person, text: string | RegExp): Promise<void> {
  await shop.sim.waitFor(() => person.screen().match(text) !== null, {
    what: `${person.user.first_name} reads ${String(text)}`,
  })
}

export interface FiledTicket {
  /** As people see it: `482-913`. */
  readonly number: string
  /** Its topic in the staff group; undefined in a plain group. */
  readonly topic: number | undefined
}

/** Walks the whole form in Russian: delivery, late, an order number, a description, `photos` in one album, and sends it. */
export async function fileTicket(
  shop: Shop,
  person: Person,
  options: {
    readonly photos?: number
    readonly description?: string
    /** The button, and one of a problem that asks for an order number. */
    readonly category?: string
    readonly problem?: RegExp
  } = {},
): Promise<FiledTicket> {
  const before = new Set(numbersIn(person))
  // A question to which a lost answer left a twin keeps its buttons, and their words may be the form's.
  const { message_id: since } = person.sendText('/new')
  const tap = (text: string | RegExp) => tapShown(shop, person, text, since)
  await shop.settled()
  if (person.buttons().some((button) => /Согласен/.test(button.text))) await tap(/Согласен/)
  await tap(options.category ?? 'Доставка')
  await tap(options.problem ?? /вовремя/)
  await tap(/нет номера/)
  await tap(/без номера/)
  await shop.settled()
  person.sendText(options.description ?? 'Заказ обещали привезти вчера, курьер не позвонил.')
  await reads(shop, person, /Фото и чеки/)
  await shop.settled()
  const photos = options.photos ?? 0
  if (photos === 1) person.sendPhoto({})
  if (photos > 1) person.sendAlbum(Array.from({ length: photos }, () => ({ kind: 'photo' as const })))
  await tap(photos === 0 ? 'Пропустить' : 'Готово')
  await tap('Отправить')
  const number = await shop.sim.waitFor(() => numbersIn(person).find((one) => !before.has(one)), {
    what: 'the confirmation with its number',
  })
  await shop.settled()
  const topic = shop
    .groups()
    .flatMap((group) => group.topics())
    .find((one) => one.name.startsWith(number))
  return { number, topic: topic?.id }
}

function numbersIn(person: Person): string[] {
  return person
    .messages()
    .flatMap((message) => /№ (\d{3,4}-\d{3,4}) принято/.exec(message.text ?? '')?.[1] ?? [])
}
