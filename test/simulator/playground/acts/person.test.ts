import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { drain, kinds, ok } from '../../bot-side.ts'
import { done, refusalOf } from '../page-side.ts'
import { openStage, received, type Stage } from './open-stage.ts'

let { sim, anna, olga, stop } = {} as Stage
beforeEach(async () => {
  ;({ sim, anna, olga, stop } = await openStage())
})
afterEach(() => stop())

const lastText = () => anna.lastMessage()?.text

describe('a person', () => {
  test('is created, changes the language, blocks, unblocks and is gone', async () => {
    const given = { firstName: 'Мария', lastName: 'К', username: '@maria', languageCode: 'ru' }
    const { personId = 0 } = await done(sim, { do: 'create-person', ...given })
    const maria = sim.findUser(personId)
    expect(maria.user).toMatchObject({ first_name: 'Мария', last_name: 'К', username: 'maria' })
    expect(await refusalOf(sim, { do: 'create-person', ...given })).toEqual({
      reason: 'username-taken',
      username: 'maria',
    })
    await done(sim, { do: 'set-language', personId, languageCode: 'pt-br' })
    maria.sendText('oi')
    expect(await received(sim)).toMatchObject([{ from: { id: personId, language_code: 'pt-br' } }])
    await done(sim, { do: 'block', personId })
    await done(sim, { do: 'unblock', personId })
    expect(kinds(await drain(sim))).toEqual(['my_chat_member', 'my_chat_member'])
    await done(sim, { do: 'deactivate', personId })
    expect(await refusalOf(sim, { do: 'block', personId })).toEqual({
      reason: 'account-deleted',
      name: 'Мария',
    })
    expect(await refusalOf(sim, { do: 'set-language', personId: anna.id, languageCode: 'русский' })).toEqual({
      reason: 'language-form',
    })
  })

  test('presses a key, which sends its text or what it asks for', async () => {
    anna.sendText('/start')
    const phone = { text: 'My number', request_contact: true }
    const where = { text: 'Where I am', request_location: true }
    const poll = { text: 'A poll', request_poll: {} }
    const reply_markup = { keyboard: [['Menu', phone, where, poll]] }
    await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: 'x', reply_markup })
    await drain(sim)
    for (const text of ['Menu', 'My number', 'Where I am']) {
      await done(sim, { do: 'press-key', personId: anna.id, text })
    }
    expect(await received(sim)).toMatchObject([
      { text: 'Menu' },
      { contact: { first_name: 'Анна', user_id: anna.id } },
      { location: {} },
    ])
    expect(await refusalOf(sim, { do: 'press-key', personId: anna.id, text: 'A poll' })).toEqual({
      reason: 'key-opens-dialog',
      key: 'A poll',
    })
    expect(await refusalOf(sim, { do: 'press-key', personId: anna.id, text: 'Nope' })).toEqual({
      reason: 'key-gone',
      key: 'Nope',
    })
  })

  test.each([
    ['https://t.me/desk_bot?start=order_1-a', '/start order_1-a'],
    ['t.me/Desk_Bot?start=x', '/start x'],
    ['tg://resolve?domain=desk_bot&start=x', '/start x'],
    ['https://telegram.me/desk_bot', '/start'],
  ])('opens %s', async (url, text) => {
    await done(sim, { do: 'open-link', personId: anna.id, url })
    expect(lastText()).toBe(text)
  })

  test('opens a link into the group they administer, the bot being added', async () => {
    const url = 'https://t.me/desk_bot?startgroup=setup'
    expect(await refusalOf(sim, { do: 'open-link', personId: olga.id, url })).toEqual({
      reason: 'no-own-group',
      name: 'Ольга',
    })
    const other = sim.createGroup({ title: 'Other', kind: 'supergroup', botRights: 'absent' })
    other.join(olga, { as: 'creator' })
    await done(sim, { do: 'open-link', personId: olga.id, url })
    const updates = await drain(sim)
    expect(kinds(updates)).toEqual(['my_chat_member', 'message', 'message'])
    expect(updates.at(-1)?.message).toMatchObject({ chat: { id: other.id }, text: '/start@desk_bot setup' })
  })

  test.each([
    ['https://t.me/another_bot?start=x', { reason: 'other-bot-link', bot: 'desk_bot', other: 'another_bot' }],
    ['https://example.com/desk_bot?start=x', { reason: 'no-bot-link', bot: 'desk_bot' }],
    ['javascript:alert(1)', { reason: 'no-bot-link', bot: 'desk_bot' }],
    [`https://t.me/desk_bot?start=${'x'.repeat(65)}`, { reason: 'start-form' }],
    ['https://t.me/desk_bot?start=a%20b', { reason: 'start-form' }],
  ])('is not led astray by %s', async (url, refusal) => {
    expect(await refusalOf(sim, { do: 'open-link', personId: anna.id, url })).toEqual(refusal)
    expect(anna.messages()).toEqual([])
  })
})
