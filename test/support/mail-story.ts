import type { Language } from '../../src/domain/people.ts'
import type { Actions, Person } from '../../src/simulator/driver/person.ts'
import { afterwards, lastSaid } from './customer-story.ts'
import { codeMailedTo, type MailServer, startMailServer } from './mail-server.ts'
import { openShop, type Shop, type ShopOptions } from './open-shop.ts'

export const MAIL_FROM = 'Магазин <support@shop.example>'
export const ANNAS = 'anna@mail.example'

/** Between tries, so that a story does not wait for them. */
const SOON = { firstMs: 20, maxMs: 100 }

/** A shop with a mail server, and Anna at the review of her form. */
export interface MailStory {
  readonly shop: Shop
  readonly server: MailServer
  readonly anna: Person
  readonly agent: Actions
  /** The words of a button or a sentence in Anna's language. */
  say(key: string, vars?: Record<string, string | number>): string
  tap(key: string, vars?: Record<string, string | number>): Promise<void>
  type(text: string): Promise<void>
  /** Fills in a form up to its review. */
  fillIn(description?: string): Promise<void>
  /** Chooses mail, and confirms the address by the code in the letter. */
  confirmAddress(address?: string): Promise<void>
  /** Sends the form. @returns the ticket's number, and its topic */
  send(): Promise<{ readonly number: string; readonly topic: number }>
}

const FORM: Readonly<Record<Language, readonly string[]>> = {
  ru: ['Доставка', 'Курьер не приехал'],
  en: ['Delivery', 'The courier did not come'],
}

function hasButton(person: Person, label: string): boolean {
  return person.buttons().some(({ text }) => text === label)
}

export async function openMailStory(
  language: Language = 'ru',
  options: ShopOptions & { readonly withoutMail?: true } = {},
): Promise<MailStory> {
  const server = await startMailServer()
  const env =
    options.withoutMail === true ? { ...options.env } : { SMTP_URL: server.url, MAIL_FROM, ...options.env }
  const shop = await openShop({ backoff: SOON, ...options, env })
  const anna = shop.customer('Анна', language)
  const oleg = shop.agent('Олег')
  const say: MailStory['say'] = (key, vars = {}) => shop.texts(language).plain(key, vars)
  const story: MailStory = {
    shop,
    server,
    anna,
    agent: shop.group.as(oleg),
    say,
    tap: async (key, vars) => void (await afterwards(shop, () => anna.tap(say(key, vars)))),
    type: async (text) => void (await afterwards(shop, () => anna.sendText(text))),
    async fillIn(description = 'Заказ обещали привезти вчера, курьер не позвонил.') {
      await story.type('/new')
      if (hasButton(anna, say('button-agree'))) await story.tap('button-agree')
      for (const button of FORM[language]) await afterwards(shop, () => anna.tap(button))
      for (const key of ['button-no-order', 'button-no-order-anyway'])
        if (hasButton(anna, say(key))) await story.tap(key)
      await story.type(description)
      await story.tap('button-skip')
    },
    async confirmAddress(address = ANNAS) {
      await story.tap('button-edit-reply')
      await story.tap('button-reply-mail')
      await story.type(address)
      await story.type(codeMailedTo(server, address))
    },
    async send() {
      await story.tap('button-send')
      const number = /№ (\d{3}-\d{3})/.exec(lastSaid(shop, anna))?.[1] ?? ''
      const topic = shop.group.topics().find(({ name }) => name.startsWith(number))
      if (topic === undefined) throw new Error(`No topic of ${number} in\n${anna.screen()}`)
      return { number, topic: topic.id }
    },
  }
  await story.fillIn()
  return story
}
