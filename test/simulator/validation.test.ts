import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../src/simulator/driver/person.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { samplePdf, samplePng } from '../../src/simulator/state/sample-files.ts'
import { call, ok, refusal, upload } from './bot-side.ts'

let sim: Simulator
let anna: Person
beforeAll(async () => {
  sim = await startSimulator()
  anna = sim.createUser({ firstName: 'Anna' })
  anna.sendText('/start')
})
afterAll(() => sim.stop())

const url = (path: string) => `${sim.url}/bot${sim.token}/${path}`

describe('methods and tokens', () => {
  test('an unknown method is not found', async () => {
    expect(await call(sim, 'sendTelepathy')).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found',
    })
  })

  test('a documented method that is not modelled says so', async () => {
    expect(await refusal(sim, 'sendGame', { chat_id: 1, game_short_name: 'x' })).toBe(
      'Bad Request: method not modelled',
    )
  })

  test('method names are taken in any case', async () => {
    expect(await ok(sim, 'GETME')).toMatchObject({ username: 'desk_bot', is_bot: true })
  })

  test('a wrong token is unauthorized, and so is a revoked one', async () => {
    const wrong = await fetch(`${sim.url}/bot1:wrong/getMe`)
    expect(await wrong.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    sim.revokeToken()
    expect(await refusal(sim, 'getMe')).toBe('Unauthorized')
    sim.restoreToken()
    await ok(sim, 'getMe')
  })
})

describe('parameters', () => {
  test.each([
    ['sendMessage', {}, 'chat_id is empty'],
    ['sendMessage', { chat_id: 1 }, 'message text is empty'],
    ['sendMessage', { chat_id: 1, text: '' }, 'message text is empty'],
    ['sendMessage', { chat_id: 1, text: 5 }, 'field "text" must be of type String'],
    ['sendMessage', { chat_id: 987654, text: 'x' }, 'chat not found'],
    ['sendPhoto', { chat_id: 1 }, 'there is no photo in the request'],
    ['sendVideoNote', { chat_id: 1 }, 'there is no video note in the request'],
    ['editMessageText', { text: 'x' }, 'message identifier is not specified'],
    ['getFile', {}, 'file_id not specified'],
    ['deleteMessage', { chat_id: 1 }, 'message to delete not found'],
    ['deleteMessage', { chat_id: 1, message_id: 'many' }, 'field "message_id" must be of type Number'],
    [
      'sendMessage',
      { chat_id: 1, text: 'x', reply_markup: 'nonsense' },
      "can't parse reply keyboard markup JSON object",
    ],
    ['sendMessage', { chat_id: 1, text: 'x', entities: {} }, 'expected an Array in "entities"'],
    [
      'sendMessage',
      { chat_id: 1, text: 'x', reply_parameters: {} },
      'can\'t parse ReplyParameters: can\'t find field "message_id"',
    ],
  ])('%s %j is refused: %s', async (method, params, reason) => {
    expect(await refusal(sim, method, params)).toBe(`Bad Request: ${reason}`)
  })

  test('a parameter the documentation does not know passes', async () => {
    await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x', some_future_thing: [1] })
  })

  test('the query of a GET, urlencoded and multipart forms and JSON mean the same', async () => {
    const fields = {
      chat_id: String(anna.chatId),
      text: 'hello',
      disable_notification: 'true',
      reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] }),
    }
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const answers = await Promise.all([
      fetch(url(`sendMessage?${new URLSearchParams(fields)}`)),
      fetch(url('sendMessage'), { method: 'POST', body: new URLSearchParams(fields) }),
      fetch(url('sendMessage'), { method: 'POST', body: form }),
    ])
    for (const answer of answers) {
      const { result } = (await answer.json()) as { result: unknown }
      expect(result).toMatchObject({
        text: 'hello',
        reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] },
      })
    }
  })
})

describe('texts', () => {
  const send = (params: Record<string, unknown>) => ({ chat_id: anna.chatId, ...params })

  test('4096 UTF-16 units pass, one more does not', async () => {
    await ok(sim, 'sendMessage', send({ text: 'я'.repeat(4096) }))
    expect(await refusal(sim, 'sendMessage', send({ text: 'я'.repeat(4097) }))).toBe(
      'Bad Request: message is too long',
    )
    expect(await refusal(sim, 'sendMessage', send({ text: '🙂'.repeat(2049) }))).toBe(
      'Bad Request: message is too long',
    )
  })

  test('the length counts after the markup is parsed', async () => {
    const text = `<b>${'&lt;'.repeat(4096)}</b>`
    await ok(sim, 'sendMessage', send({ text, parse_mode: 'HTML' }))
  })

  test('nothing but blanks is no text', async () => {
    expect(await refusal(sim, 'sendMessage', send({ text: ' \n ' }))).toBe(
      'Bad Request: text must be non-empty',
    )
  })

  test('markup that is no HTML is refused, Markdown is not modelled', async () => {
    expect(await refusal(sim, 'sendMessage', send({ text: '<b>&<3', parse_mode: 'HTML' }))).toBe(
      `Bad Request: can't parse entities: Unclosed start tag at byte offset 4`,
    )
    expect(await refusal(sim, 'sendMessage', send({ text: '*x*', parse_mode: 'MarkdownV2' }))).toBe(
      'Bad Request: parse_mode not modelled',
    )
  })

  test.each([
    [{ type: 'bold', offset: 0, length: 6 }, 'ends after the end of the text at UTF-16 offset 6'],
    [{ type: 'bold', offset: 9, length: 1 }, 'begins after the end of the text at UTF-16 offset 9'],
    [{ type: 'shiny', offset: 0, length: 1 }, 'unsupported type specified'],
    [{ type: 'bold', offset: 4, length: 1 }, 'begins in a middle of a UTF-16 symbol'],
    [{ type: 'text_link', offset: 0, length: 1 }, 'can\'t find field "url"'],
  ])('entity %j is refused: %s', async (entity, reason) => {
    expect(await refusal(sim, 'sendMessage', send({ text: 'abc🙂', entities: [entity] }))).toContain(reason)
  })

  test('commands and links are found in what the bot sends', async () => {
    const sent = await ok(sim, 'sendMessage', send({ text: '/start https://example.com' }))
    expect(sent.entities).toEqual([
      { type: 'bot_command', offset: 0, length: 6 },
      { type: 'url', offset: 7, length: 19 },
    ])
  })
})

describe('keyboards', () => {
  const withButtons = (...rows: unknown[]) => ({
    chat_id: anna.chatId,
    text: 'x',
    reply_markup: { inline_keyboard: rows },
  })

  test('callback data is 1 to 64 bytes, not characters', async () => {
    await ok(sim, 'sendMessage', withButtons([{ text: 'A', callback_data: 'я'.repeat(32) }]))
    expect(
      await refusal(sim, 'sendMessage', withButtons([{ text: 'A', callback_data: 'я'.repeat(33) }])),
    ).toBe('Bad Request: BUTTON_DATA_INVALID')
  })

  test.each([
    [[{ text: 'A' }], 'Text buttons are unallowed in the inline keyboard'],
    [[{ text: 'A', callback_data: 'a', url: 'https://a.example' }], 'exactly one action must be specified'],
    [[{ text: ' ', callback_data: 'a' }], 'text must be non-empty'],
    [[{ callback_data: 'a' }], 'can\'t find field "text"'],
    [[{ text: 'A', callback_data: 'a', style: 'rainbow' }], 'invalid button style'],
    [[{ text: 'A', url: 'not a link' }], 'is invalid'],
  ])('the row %j is refused: %s', async (row, reason) => {
    expect(await refusal(sim, 'sendMessage', withButtons(row))).toContain(reason)
  })

  test('a hundred buttons pass, one more does not', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => [{ text: 'A', callback_data: `${index}` }])
    await ok(sim, 'sendMessage', withButtons(...rows))
    expect(
      await refusal(sim, 'sendMessage', withButtons(...rows, [{ text: 'A', callback_data: 'x' }])),
    ).toContain('too long')
  })
})

describe('files', () => {
  test('a photo can be uploaded, downloaded and sent again by its id', async () => {
    const sent = await upload(
      sim,
      'sendPhoto',
      { chat_id: String(anna.chatId), caption: 'моя <3' },
      {
        photo: { name: 'a.png', bytes: samplePng() },
      },
    )
    const photo = sent.result.photo?.at(-1)
    expect(sent.result.caption).toBe('моя <3')
    const file = await ok<{ file_path: string }>(sim, 'getFile', { file_id: photo?.file_id })
    const bytes = await fetch(`${sim.url}/file/bot${sim.token}/${file.file_path}`)
    expect(Buffer.from(await bytes.arrayBuffer()).equals(samplePng())).toBe(true)
    await ok(sim, 'sendPhoto', { chat_id: anna.chatId, photo: photo?.file_id })
  })

  test('an id serves only the kind it came from', async () => {
    const photo = anna.sendPhoto().photo?.at(-1)?.file_id
    const image = anna.sendDocument({ fileName: 'a.png', mimeType: 'image/png' }).document?.file_id
    expect(await refusal(sim, 'sendDocument', { chat_id: anna.chatId, document: photo })).toBe(
      "Bad Request: can't use file of type Photo as Document",
    )
    expect(await refusal(sim, 'sendPhoto', { chat_id: anna.chatId, photo: image })).toBe(
      "Bad Request: can't use file of type Document as Photo",
    )
    expect(await refusal(sim, 'sendPhoto', { chat_id: anna.chatId, photo: 'made-up' })).toBe(
      'Bad Request: wrong file identifier/HTTP URL specified',
    )
  })

  test('bytes that are no image are no photo', async () => {
    const answer = await upload(
      sim,
      'sendPhoto',
      { chat_id: String(anna.chatId) },
      {
        photo: { name: 'a.jpg', bytes: samplePdf() },
      },
    )
    expect(answer.description).toBe('Bad Request: IMAGE_PROCESS_FAILED')
  })

  test('an album has two to ten items of kinds that go together', async () => {
    const photo = anna.sendPhoto().photo?.at(-1)?.file_id
    const document = anna.sendDocument({}).document?.file_id
    const video = anna.sendVideo({}).video?.file_id
    const item = (type: string, media: string | undefined) => ({ type, media })
    const send = (...media: unknown[]) => ({ chat_id: anna.chatId, media })
    const album = await ok<{ media_group_id?: string }[]>(
      sim,
      'sendMediaGroup',
      send(item('photo', photo), item('video', video)),
    )
    expect(new Set(album.map(({ media_group_id }) => media_group_id)).size).toBe(1)
    expect(await refusal(sim, 'sendMediaGroup', send(item('photo', photo)))).toContain('2-10 items')
    const eleven = Array.from({ length: 11 }, () => item('photo', photo))
    expect(await refusal(sim, 'sendMediaGroup', send(...eleven))).toContain('too many messages')
    const mixed = send(item('photo', photo), item('document', document))
    expect(await refusal(sim, 'sendMediaGroup', mixed)).toBe(
      "Bad Request: document can't be mixed with other media types",
    )
  })

  test('captions end at 1024 UTF-16 units', async () => {
    const photo = anna.sendPhoto().photo?.at(-1)?.file_id
    await ok(sim, 'sendPhoto', { chat_id: anna.chatId, photo, caption: 'x'.repeat(1024) })
    expect(await refusal(sim, 'sendPhoto', { chat_id: anna.chatId, photo, caption: 'x'.repeat(1025) })).toBe(
      'Bad Request: message caption is too long',
    )
  })
})

test('commands are kept by scope and language, names and descriptions by language', async () => {
  const commands = [{ command: 'start', description: 'Begin' }]
  const scope = { type: 'all_private_chats' }
  await ok(sim, 'setMyCommands', { commands, scope, language_code: 'ru' })
  expect(await ok(sim, 'getMyCommands', { scope, language_code: 'ru' })).toEqual(commands)
  expect(await ok(sim, 'getMyCommands', { scope })).toEqual([])
  expect(await refusal(sim, 'setMyCommands', { commands: [{ command: 'Start!', description: 'x' }] })).toBe(
    'Bad Request: BOT_COMMAND_INVALID',
  )
  await ok(sim, 'setMyDescription', { description: 'Help', language_code: 'en' })
  expect(await ok(sim, 'getMyDescription', { language_code: 'en' })).toEqual({ description: 'Help' })
})

test('every answer is logged with its parameters', async () => {
  await call(sim, 'sendMessage', { chat_id: 1 })
  expect(sim.calls.at(-1)).toMatchObject({
    method: 'sendMessage',
    params: { chat_id: 1 },
    ok: false,
    error: 'Bad Request: message text is empty',
    applied: false,
  })
})
