import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDrivenClock } from '../../src/simulator/clock.ts'
import type { Group } from '../../src/simulator/driver/group.ts'
import type { Person } from '../../src/simulator/driver/person.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { samplePdf } from '../../src/simulator/state/sample-files.ts'
import { drain, ok, refusal, upload } from './bot-side.ts'

const HOUR = 3_600_000
let sim: Simulator
let anna: Person
let group: Group
const clock = createDrivenClock()
beforeEach(async () => {
  sim = await startSimulator({ clock })
  anna = sim.createUser({ firstName: 'Anna' })
  anna.sendText('/start')
  group = sim.createGroup({ title: 'Staff', kind: 'supergroup' })
  group.join(anna)
  await drain(sim)
})
afterEach(() => sim.stop())

const say = (params: Record<string, unknown> = {}) =>
  ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x', ...params })
const keyboard = (text: string) => ({ inline_keyboard: [[{ text, callback_data: text }]] })

describe('editing', () => {
  test('changes what people see and drops a keyboard that is not given again', async () => {
    const { message_id } = await say({ reply_markup: keyboard('A') })
    clock.advance(5000)
    const edited = await ok(sim, 'editMessageText', { chat_id: anna.chatId, message_id, text: 'y' })
    expect(edited).toMatchObject({ text: 'y', edit_date: edited.date + 5 })
    expect(anna.lastMessage()).toMatchObject({ text: 'y' })
    expect(anna.buttons(message_id)).toEqual([])
    expect(await drain(sim)).toEqual([])
  })

  test('to the same text and keyboard is refused', async () => {
    const { message_id } = await say({ text: '<b>x</b>', parse_mode: 'HTML', reply_markup: keyboard('A') })
    const same = { chat_id: anna.chatId, message_id, text: 'x', reply_markup: keyboard('A') }
    const entities = [{ type: 'bold', offset: 0, length: 1 }]
    expect(await refusal(sim, 'editMessageText', { ...same, entities })).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
    await ok(sim, 'editMessageText', same)
    await ok(sim, 'editMessageReplyMarkup', { chat_id: anna.chatId, message_id })
    expect(await refusal(sim, 'editMessageReplyMarkup', { chat_id: anna.chatId, message_id })).toContain(
      'message is not modified',
    )
  })

  test("needs a message that is there, the bot's own, and without a reply keyboard", async () => {
    const edit = (message_id: number) =>
      refusal(sim, 'editMessageText', { chat_id: anna.chatId, message_id, text: 'y' })
    expect(await edit(987_654)).toBe('Bad Request: message to edit not found')
    expect(await edit(anna.sendText('mine').message_id)).toBe("Bad Request: message can't be edited")
    const withKeys = await say({ reply_markup: { keyboard: [['A']] } })
    expect(await edit(withKeys.message_id)).toBe("Bad Request: message can't be edited")
    const removed = await say()
    await ok(sim, 'deleteMessage', { chat_id: anna.chatId, message_id: removed.message_id })
    expect(await edit(removed.message_id)).toBe('Bad Request: message to edit not found')
  })

  test('text and caption are not the same', async () => {
    const photo = anna.sendPhoto().photo?.at(-1)?.file_id
    const sent = await ok(sim, 'sendPhoto', { chat_id: anna.chatId, photo, caption: 'a' })
    const target = { chat_id: anna.chatId, message_id: sent.message_id }
    expect(await refusal(sim, 'editMessageText', { ...target, text: 'b' })).toBe(
      'Bad Request: there is no text in the message to edit',
    )
    const edited = await ok(sim, 'editMessageCaption', { ...target, caption: 'b' })
    expect(edited).toMatchObject({ caption: 'b', photo: sent.photo })
    const plain = { chat_id: anna.chatId, message_id: (await say()).message_id }
    expect(await refusal(sim, 'editMessageCaption', { ...plain, caption: 'b' })).toBe(
      'Bad Request: there is no caption in the message to edit',
    )
  })

  test('media can be replaced by an upload', async () => {
    const photo = anna.sendPhoto().photo?.at(-1)?.file_id
    const sent = await ok(sim, 'sendPhoto', { chat_id: anna.chatId, photo })
    const media = JSON.stringify({ type: 'document', media: 'attach://file', caption: 'c' })
    const fields = { chat_id: String(anna.chatId), message_id: String(sent.message_id), media }
    const files = { file: { name: 'чек.pdf', bytes: samplePdf() } }
    const { result } = await upload(sim, 'editMessageMedia', fields, files)
    expect(result).toMatchObject({
      document: { file_name: 'чек.pdf', mime_type: 'application/pdf' },
      caption: 'c',
    })
    expect(result).not.toHaveProperty('photo')
  })
})

describe('deleting', () => {
  const remove = (chat_id: number, message_id: number) => ({ chat_id, message_id })

  test('works once, within 48 hours, without telling the bot', async () => {
    const { message_id } = await say()
    clock.advance(48 * HOUR)
    await ok(sim, 'deleteMessage', remove(anna.chatId, message_id))
    expect(await refusal(sim, 'deleteMessage', remove(anna.chatId, message_id))).toBe(
      'Bad Request: message to delete not found',
    )
    const old = await say()
    clock.advance(48 * HOUR + 1000)
    expect(await refusal(sim, 'deleteMessage', remove(anna.chatId, old.message_id))).toBe(
      "Bad Request: message can't be deleted for everyone",
    )
    expect(await drain(sim)).toEqual([])
  })

  test("others' messages in a group need the right", async () => {
    group.promoteBot('member')
    const { message_id } = group.as(anna).sendText('mine')
    expect(await refusal(sim, 'deleteMessage', remove(group.id, message_id))).toBe(
      "Bad Request: message can't be deleted",
    )
    group.promoteBot('admin')
    await ok(sim, 'deleteMessage', remove(group.id, message_id))
  })

  test('several at once skip those that are gone', async () => {
    const one = await say()
    await ok(sim, 'deleteMessages', { chat_id: anna.chatId, message_ids: [one.message_id, 999_999] })
    expect(anna.messages().map(({ message_id }) => message_id)).not.toContain(one.message_id)
  })
})

describe('copies and forwards', () => {
  test('a copy carries the content but not who wrote it', async () => {
    const photo = anna.sendPhoto({ caption: 'see https://a.example' })
    const target = { chat_id: group.id, from_chat_id: anna.chatId, message_id: photo.message_id }
    await ok(sim, 'copyMessage', target)
    const [copy] = group.messages().slice(-1)
    expect(copy).toMatchObject({
      from: { id: sim.botId },
      caption: 'see https://a.example',
      caption_entities: [{ type: 'url' }],
      photo: photo.photo,
    })
    expect(copy).not.toHaveProperty('forward_origin')
    const forwarded = await ok(sim, 'forwardMessage', target)
    expect(forwarded.forward_origin).toMatchObject({ type: 'user', sender_user: { id: anna.id } })
    expect(await refusal(sim, 'copyMessage', { ...target, message_id: 999_999 })).toBe(
      'Bad Request: message to copy not found',
    )
  })

  test('an album copied at once stays an album', async () => {
    const parts = anna.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }])
    const message_ids = parts.map(({ message_id }) => message_id)
    await ok(sim, 'copyMessages', { chat_id: group.id, from_chat_id: anna.chatId, message_ids })
    const copies = group.messages().slice(-2)
    expect(copies[0]?.media_group_id).toBeDefined()
    expect(copies[0]?.media_group_id).toBe(copies[1]?.media_group_id)
    expect(copies[0]?.media_group_id).not.toBe(parts[0]?.media_group_id)
    const shuffled = [...message_ids].reverse()
    expect(
      await refusal(sim, 'copyMessages', {
        chat_id: group.id,
        from_chat_id: anna.chatId,
        message_ids: shuffled,
      }),
    ).toContain('strictly increasing')
  })

  test('service messages cannot be copied', async () => {
    const [service] = group.messages()
    const target = { chat_id: anna.chatId, from_chat_id: group.id, message_id: service?.message_id }
    expect(await refusal(sim, 'copyMessage', target)).toBe("Bad Request: message can't be copied")
  })
})

describe('callback queries', () => {
  test('an answer reaches who tapped, once', async () => {
    await say({ reply_markup: keyboard('A') })
    const tap = anna.tap('A')
    const [update] = await drain(sim)
    expect(update?.callback_query).toMatchObject({ id: tap.id, data: 'A', from: { id: anna.id } })
    expect(sim.unansweredTaps()).toHaveLength(1)
    const answer = { callback_query_id: tap.id, text: 'done', show_alert: true }
    await ok(sim, 'answerCallbackQuery', answer)
    expect(await tap.answer()).toMatchObject({ text: 'done', showAlert: true })
    expect(sim.unansweredTaps()).toEqual([])
    expect(await refusal(sim, 'answerCallbackQuery', answer)).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
  })

  test('expires after 150 seconds', async () => {
    await say({ reply_markup: keyboard('A') })
    const tap = anna.tap('A')
    clock.advance(150_001)
    expect(await refusal(sim, 'answerCallbackQuery', { callback_query_id: tap.id })).toContain('too old')
  })

  test('a forged tap may carry any data, and come from a deleted message', async () => {
    const { message_id } = await say({ reply_markup: keyboard('A') })
    await ok(sim, 'deleteMessage', { chat_id: anna.chatId, message_id })
    anna.tapData(message_id, 'anything')
    const [update] = await drain(sim)
    expect(update?.callback_query).toMatchObject({ data: 'anything', message: { message_id, date: 0 } })
  })
})

test('rich messages are kept with their media, and edited', async () => {
  const photo = anna.sendPhoto().photo?.at(-1)?.file_id
  const rich_message = {
    html: '<h1>Card</h1><img src="tg://photo?id=one">',
    media: [{ id: 'one', media: { type: 'photo', media: photo } }],
  }
  const sent = await ok(sim, 'sendRichMessage', { chat_id: anna.chatId, rich_message })
  expect(sent.rich_message).toMatchObject({ media: [{ id: 'one', media: { photo: expect.any(Array) } }] })
  const target = { chat_id: anna.chatId, message_id: sent.message_id }
  await ok(sim, 'editMessageText', { ...target, rich_message: { html: '<p>New</p>' } })
  expect(anna.lastMessage()?.rich_message).toEqual({ html: '<p>New</p>' })
  expect(await refusal(sim, 'sendRichMessage', { chat_id: anna.chatId, rich_message: {} })).toContain(
    'exactly one of the fields',
  )
  const missing = { html: '<img src="tg://photo?id=two">' }
  expect(await refusal(sim, 'sendRichMessage', { chat_id: anna.chatId, rich_message: missing })).toContain(
    'media "two" not found',
  )
})

test('a rich message of blocks is kept with its files, and read on the screen', async () => {
  const photo = anna.sendPhoto().photo?.at(-1)?.file_id
  const block = { type: 'photo', photo: { type: 'photo', media: photo } }
  const cell = (text: unknown) => ({ text, align: 'left', valign: 'top' })
  const blocks = [
    { type: 'heading', text: 'Card', size: 3 },
    { type: 'table', cells: [[cell('Order'), cell({ type: 'code', text: '17' })]] },
    { type: 'paragraph', text: ['A ', { type: 'bold', text: 'bold' }, ' word'] },
    { type: 'collage', blocks: [block, block] },
    { ...block, caption: { text: 'the box' } },
  ]
  const sent = await ok(sim, 'sendRichMessage', { chat_id: anna.chatId, rich_message: { blocks } })
  expect(sent.rich_message).toMatchObject({
    blocks: expect.arrayContaining([{ ...block, photo: expect.any(Array), caption: { text: 'the box' } }]),
  })
  expect(anna.screen()).toContain(
    ['Card', 'Order: 17', 'A bold word', '📷 ×2', '📷 photo the box']
      .map((line) => `       ${line}`)
      .join('\n'),
  )
  const refused = (given: unknown[]) =>
    refusal(sim, 'sendRichMessage', { chat_id: anna.chatId, rich_message: { blocks: given } })
  expect(await refused([])).toContain('must be non-empty')
  expect(await refused([{ type: 'paragraph' }])).toContain(`can't find field "text"`)
  expect(await refused([{ type: 'paragraph', text: 'a'.repeat(32_769) }])).toContain('too long')
  expect(await refused(Array.from({ length: 51 }, () => block))).toContain('too many media')
  expect(await refused(Array.from({ length: 501 }, () => ({ type: 'divider' })))).toContain('too many blocks')
})

test('an older server knows rich messages of HTML alone, or none', async () => {
  const send = (rich_message: unknown) =>
    refusal(sim, 'sendRichMessage', { chat_id: anna.chatId, rich_message })
  sim.world.richMessages = 'html'
  expect(await send({ blocks: [{ type: 'divider' }] })).toContain('html or markdown must be used')
  sim.world.richMessages = 'none'
  expect(await send({ html: '<p>Text</p>' })).toContain('method not found')
  sim.world.richMessages = 'blocks'
})

test('the bot reacts with emoji Telegram offers', async () => {
  const { message_id } = anna.sendText('thanks')
  const react = (emoji: string) => ({
    chat_id: anna.chatId,
    message_id,
    reaction: [{ type: 'emoji', emoji }],
  })
  await ok(sim, 'setMessageReaction', react('👍'))
  expect(await refusal(sim, 'setMessageReaction', react('🧦'))).toBe('Bad Request: REACTION_INVALID')
})

test('all kinds of message can be sent, and chat actions are logged', async () => {
  const to = { chat_id: anna.chatId }
  await ok(sim, 'sendLocation', { ...to, latitude: 55.75, longitude: 37.61 })
  await ok(sim, 'sendVenue', { ...to, latitude: 1, longitude: 2, title: 'Shop', address: 'Street 1' })
  await ok(sim, 'sendContact', { ...to, phone_number: '+70000000000', first_name: 'Boris' })
  await ok(sim, 'sendDice', to)
  await ok(sim, 'sendPoll', { ...to, question: '?', options: [{ text: 'a' }, { text: 'b' }] })
  await ok(sim, 'sendVoice', { ...to, voice: anna.sendVoice().voice?.file_id })
  await ok(sim, 'sendVideoNote', { ...to, video_note: anna.sendVideoNote().video_note?.file_id })
  await ok(sim, 'sendSticker', { ...to, sticker: anna.sendSticker().sticker?.file_id })
  await ok(sim, 'sendAudio', { ...to, audio: anna.sendAudio().audio?.file_id })
  await ok(sim, 'sendAnimation', { ...to, animation: anna.sendAnimation().animation?.file_id })
  await ok(sim, 'sendChatAction', { ...to, action: 'typing' })
  expect(sim.chatActions).toMatchObject([{ chatId: anna.chatId, action: 'typing' }])
  expect(await refusal(sim, 'sendChatAction', { ...to, action: 'sleeping' })).toBe(
    'Bad Request: wrong parameter action in request',
  )
})
