import type { Message } from '../simulator/bot-api/types.ts'
import type { Group } from '../simulator/driver/group.ts'
import type { Actions, Person } from '../simulator/driver/person.ts'
import { drawPhoto } from './draw-photos.ts'
import type { Stage } from './stage.ts'

export interface Cast {
  readonly customer: Person
  readonly agent: Person
  readonly staff: Group
}

/** The whole way of one ticket: filed with an album, answered, put off, resolved, closed. */
export async function playStory(stage: Stage, cast: Cast): Promise<void> {
  await customerFilesTicket(stage, cast)
  const agent = cast.staff.as(cast.agent)
  await agentTakesTicket(stage, cast, agent)
  await agentAnswers(stage, cast, agent)
  await customerAnswersBack(stage, cast, agent)
  await ticketEnds(stage, cast, agent)
  await customerLooksBack(stage, cast)
}

async function customerFilesTicket(stage: Stage, { customer, staff }: Cast): Promise<void> {
  stage.act('The customer files a ticket, with five photos in one album')
  say(stage, customer, '/start')
  for (const button of ['Новое обращение', 'Согласен, продолжить', 'Возврат и качество товара']) {
    await stage.tap(customer, button)
  }
  await stage.tap(customer, 'Товар пришёл повреждённым')
  await stage.wait('the question about the order', reads(customer, /Номер заказа/))
  say(stage, customer, '12345678-0001')
  await stage.wait('the question what happened', reads(customer, /Что случилось\?/))
  say(stage, customer, 'Кружка приехала с трещиной, коробка была мятая. Хочу замену.')
  await stage.wait('the question about photos', reads(customer, /Фото и чеки/))
  const bytes = await drawPhoto('mug')
  const photos = Array.from({ length: 5 }, () => ({ kind: 'photo' as const, bytes }))
  customer.sendAlbum(photos, { order: [2, 0, 4, 1, 3] })
  stage.tell(`${nameOf(customer)} sends an album of 5 photos; Telegram delivers its parts out of order`)
  await stage.wait('all five photos', reads(customer, /Приложено 5 файлов/))
  await stage.tap(customer, 'Готово')
  await stage.wait('the review', reads(customer, /Проверьте, всё ли верно/))
  await stage.tap(customer, 'Отправить')
  await stage.wait('the confirmation', reads(customer, /№ \d+-\d+ принято/))
  stage.show(customer.screen())

  stage.act('The staff group has a topic for it, with its card and the photos')
  const isShown = () => staff.screen().includes('трещиной') && staff.screen().includes('📷 ×5')
  await stage.wait('the card with its photos', isShown)
  stage.show(staff.screen())
}

async function agentTakesTicket(stage: Stage, { customer, agent, staff }: Cast, acting: Actions) {
  stage.act('An agent chooses a name for customers and takes the ticket')
  say(stage, agent, '/name Мария', acting, { topic: topicOf(staff) })
  await stage.wait('the new name', () => staff.screen().includes('клиенты видят вас как'))
  await stage.tap(agent, 'Взять', acting)
  await stage.wait('word to the customer', reads(customer, /в работе\. Им занимается Мария/))
}

async function agentAnswers(stage: Stage, { customer, agent, staff }: Cast, acting: Actions) {
  const topic = topicOf(staff)
  stage.act('The agent answers with a text and a photo; a note stays with the staff; then a question')
  say(stage, agent, 'Здравствуйте! Жаль, что так вышло. Отправим новую кружку сегодня.', acting, { topic })
  acting.sendPhoto({ caption: 'Вот такая, проверили перед отправкой.', topic })
  stage.tell(`${nameOf(agent)} sends a photo: Вот такая, проверили перед отправкой.`)
  say(stage, agent, '// склад подтвердил, на полке ещё три', acting, { topic })
  say(stage, agent, 'Куда удобнее доставить: на прежний адрес или в пункт выдачи?', acting, { topic })
  await stage.wait(
    'the question at the customer’s (a private chat takes about a message a second)',
    reads(customer, /Куда удобнее/),
  )
  await stage.tap(agent, 'Ждём клиента', acting)
  await stage.wait('word to the customer', reads(customer, /ждём вашего ответа/))
  if (customer.screen().includes('склад подтвердил'))
    throw new Error('The customer can read the internal note.')
}

async function customerAnswersBack(stage: Stage, { customer, staff }: Cast, acting: Actions) {
  stage.act('The customer replies to the question, and the agent’s side shows the reply as a reply')
  const question = findMessage(customer.messages(), 'Куда удобнее')
  say(stage, customer, 'На прежний адрес, пожалуйста. Дома после шести.', customer, {
    replyTo: question.message_id,
  })
  await stage.wait('the answer in the topic', () => staff.screen().includes('Дома после шести'))
  const topic = topicOf(staff)
  const answer = findMessage(staff.messages({ topic }), 'Дома после шести')
  if (!answer.reply_to_message?.text?.includes('Куда удобнее')) throw new Error('The reply is no reply.')
  acting.react(answer.message_id, '👍')
  await stage.wait('word to the customer', reads(customer, /снова в работе/))
  stage.showNew(customer.screen())
  stage.showNew(staff.screen())
}

async function ticketEnds(stage: Stage, { customer, agent, staff }: Cast, acting: Actions) {
  stage.act('The agent resolves the ticket, the customer agrees: closed')
  await stage.tap(agent, 'Решено', acting)
  await stage.wait('word to the customer', reads(customer, /решено\. Если вопрос остался/))
  await stage.tap(customer, 'Вопрос решён')
  await stage.wait('the goodbye', reads(customer, /закрыто\. Спасибо/))
  await stage.wait('the staff’s card', () => /· закрыто/.test(staff.screen()))
}

async function customerLooksBack(stage: Stage, { customer, staff }: Cast) {
  stage.act('“My tickets” at the end, and both sides as they stand')
  say(stage, customer, '/tickets')
  await stage.wait('the list', reads(customer, /Всего: 1/))
  stage.showNew(customer.screen())
  await stage.tap(customer, ticketButton(customer))
  await stage.wait('the ticket', () => customer.buttons().some(({ text }) => text === 'К списку'))
  stage.show(customer.screen())
  stage.show(staff.screen())
}

function say(stage: Stage, who: Person, text: string, as: Actions = who, options = {}): void {
  as.sendText(text, options)
  stage.tell(`${nameOf(who)}: ${text}`)
}

function reads(person: Person, text: RegExp): () => boolean {
  return () => text.test(person.screen())
}

function nameOf(person: Person): string {
  return person.user.first_name
}

function topicOf(staff: Group): number {
  const [topic] = staff.topics()
  if (topic === undefined) throw new Error('The staff group has no topic.')
  return topic.id
}

function findMessage(messages: readonly Message[], text: string): Message {
  const found = messages.findLast((message) => message.text?.includes(text))
  if (found === undefined) throw new Error(`Nobody wrote “${text}”.`)
  return found
}

function ticketButton(customer: Person): string {
  const button = customer.buttons().find(({ text }) => text.startsWith('№ '))
  if (button === undefined) throw new Error('“My tickets” shows no ticket.')
  return button.text
}
