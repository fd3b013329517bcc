import { afterAll, expect, test } from 'vitest'
import type { Message } from '../../../src/simulator/bot-api/types.ts'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { afterwards, inTopic, sendForm, shown, wordsOf } from '../../support/customer-story.ts'
import { startMailServer } from '../../support/mail-server.ts'
import { MAIL_FROM } from '../../support/mail-story.ts'
import { filesIn, photosIn } from '../../support/message-words.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

const TEXT = 'Приметные слова: коробка промокла насквозь'

/** What a customer may send while a form is open. */
const KINDS: Readonly<Record<string, (person: Person) => unknown>> = {
  text: (person) => person.sendText(TEXT),
  photo: (person) => person.sendPhoto({}),
  album: (person) => person.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }]),
  pdf: (person) => person.sendDocument({ fileName: 'receipt.pdf', mimeType: 'application/pdf' }),
  zip: (person) => person.sendDocument({ fileName: 'list.zip', mimeType: 'application/zip' }),
  voice: (person) => person.sendVoice({}),
  video: (person) => person.sendVideo({}),
  video_note: (person) => person.sendVideoNote(),
  sticker: (person) => person.sendSticker({}),
  location: (person) => person.sendLocation({}),
  contact: (person) => person.sendContact({}),
  poll: (person) => person.sendPoll({}),
}

/** Each step of the form by its question, and what a customer answers who just wants to get through. */
const STEPS: readonly (readonly [step: string, question: RegExp, answer: (person: Person) => unknown])[] = [
  ['consent', /Прежде чем начать|Before we begin/, (person) => person.tap(/Согласен|agree/)],
  [
    'category',
    /С чем связан вопрос|What is it about/,
    (person) => person.tap(/Возврат и качество товара|Returns and product quality/),
  ],
  [
    'problem',
    /Что именно случилось|What exactly happened/,
    (person) => person.tap(/Как вернуть товар|How do I return an item/),
  ],
  ['answer', /Это помогло\?|Did that solve it\?/, (person) => person.tap(/Нужна помощь|Still need help/)],
  ['order', /(Номер заказа|Order number)\n/, (person) => person.tap(/У меня нет номера|I don't have it/)],
  [
    'description',
    /Что случилось\?|What happened\?/,
    (person) => person.sendText('Хочу вернуть чайник, он не подошёл.'),
  ],
  ['photos', /Фото и чеки|Photos and receipts/, (person) => person.tap(/Пропустить|Готово|Skip|Done/)],
  ['review', /Проверьте, всё ли верно|Is everything right/, () => undefined],
  // From the review alone, so behind it: the ways, then what each of them asks.
  ['reply', /Как вам ответить\?|How shall we answer\?/, (person) => person.tap(/Назад|Back/)],
  ['reply-address', /(Адрес почты|E-mail address)\n/, (person) => person.tap(/Назад|Back/)],
  ['reply-code', /(Код из письма|The code from the mail)\n/, (person) => person.tap(/Назад|Back/)],
  ['reply-phone', /(Номер телефона|Phone number)\n/, (person) => person.tap(/Назад|Back/)],
]

function stepOf(person: Person): string {
  const screen = shown(person)
  const [step] = STEPS.findLast(([, question]) => question.test(screen)) ?? []
  if (step === undefined) throw new Error(`No step of the form in\n${screen}`)
  return step
}

/** What leads to the steps behind the review. */
const BEYOND: Readonly<Record<string, readonly ((person: Person) => unknown)[]>> = {
  reply: [],
  'reply-address': [(person) => person.tap(/Здесь и по почте|Here and by e-mail/)],
  'reply-code': [
    (person) => person.tap(/Здесь и по почте|Here and by e-mail/),
    (person) => person.sendText(`${person.user.id}@mail.example`),
  ],
  'reply-phone': [(person) => person.tap(/Перезвоните мне|Call me back/)],
}

async function goBeyond(shop: Shop, people: readonly Person[], to: string): Promise<void> {
  const way = BEYOND[to]
  if (way === undefined) return goOn(shop, people, to)
  await goOn(shop, people, 'review')
  for (const act of [(person: Person) => person.tap(/Как ответить|How to answer/), ...way])
    await afterwards(shop, () => people.map(act))
}

/** All of them together: each waits for its own question only. */
async function goOn(shop: Shop, people: readonly Person[], to: string): Promise<void> {
  for (let turn = 0; people.some((person) => stepOf(person) !== to); turn += 1) {
    if (turn > STEPS.length) throw new Error(`Not every form gets to ${to}: ${people.map(stepOf).join(', ')}`)
    await afterwards(shop, () => {
      for (const person of people) {
        const now = stepOf(person)
        if (now !== to) STEPS.find(([step]) => step === now)?.[2](person)
      }
    })
  }
}

/** Where in the ticket the agents find it. */
function placeOf(kind: string, [card, ...rest]: readonly Message[]): string {
  if (card === undefined) return 'nothing'
  const inCard = {
    text: wordsOf(card).includes(TEXT),
    photo: photosIn([card]) === 1,
    album: photosIn([card]) === 2,
  }
  if (inCard[kind as keyof typeof inCard]) return kind === 'text' ? 'in the description' : 'on the card'
  if (kind === 'pdf' && filesIn([card]).includes('receipt.pdf')) return 'on the card'
  // Where a number is asked for, that is what a contact brings.
  if (kind === 'contact' && wordsOf(card).includes('Перезвонить')) return 'on the card'
  const field = kind === 'zip' ? 'document' : kind
  return rest.some((message) => message[field as keyof Message] !== undefined) ? 'below the card' : 'nothing'
}

const table: Record<string, Record<string, string>> = {}

afterAll(() => console.table(table))

test.each(STEPS.map(([step]) => step))(
  'at the step “%s” nothing that is sent is lost, whatever it is, and each time the customer is told',
  async (step) => {
    const server = await startMailServer()
    const shop = await openShop({ env: { SMTP_URL: server.url, MAIL_FROM } })
    const index = STEPS.findIndex(([one]) => one === step)
    // Every other one in English, and at the next step the others: each kind and each step in both languages.
    const senders = Object.entries(KINDS).map(([kind, send], place) => ({
      kind,
      send,
      person: shop.customer(kind, (place + index) % 2 === 0 ? 'ru' : 'en'),
    }))
    const people = senders.map(({ person }) => person)
    await afterwards(shop, () => people.map((person) => person.sendText('/new')))
    await goBeyond(shop, people, step)
    const before = shop.sim.calls.length
    await afterwards(shop, () => senders.map(({ send, person }) => send(person)))
    const reactions = shop.sim.calls.slice(before).filter(({ method }) => /^(send|edit)/.test(method))
    for (const { kind, person } of senders) {
      const own = reactions.filter(({ params }) => params.chat_id === person.user.id)
      expect(own, `what the customer is told of the ${kind}`).not.toEqual([])
    }
    await goOn(shop, people, 'review')
    for (const { kind, person } of senders) {
      const place = placeOf(kind, inTopic(shop, await sendForm(shop, person)))
      table[kind] = { ...table[kind], [step]: place }
      expect(place, kind).not.toBe('nothing')
    }
  },
)
