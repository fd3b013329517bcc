import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { wordsIn } from '../support/message-words.ts'
import { fileTicket, personNamed, reads, say, shownIn, staffOf, tap } from './people-at-it.ts'
import { type RunningDemo, startDemo } from './running-demo.ts'

vi.setConfig({ testTimeout: 240_000 })

const DAY_MS = 86_400_000
const UNKNOWN = '12345678-0009'
const switchOf = (demo: RunningDemo, id: string) => demo.state.settings?.switches.find((one) => one.id === id)
const stateOf = (demo: RunningDemo, id: string) => switchOf(demo, id)?.state?.words.ru ?? ''
const isUsable = (demo: RunningDemo, id: string) => switchOf(demo, id)?.isUsable

test('`npm run demo` opens a page on which a ticket is filed and answered, and ends with Ctrl-C leaving nothing', async () => {
  const demo = await startDemo()
  const page = await fetch(demo.url)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<script')
  const anna = personNamed(demo, 'Анна').id
  const olga = personNamed(demo, 'Ольга').id
  const { topicId } = await fileTicket(demo, anna, 'Какая гарантия на чайник, артикул 70815?')
  await say(demo, olga, 'Здравствуйте! Гарантия два года.', { chatId: staffOf(demo), topicId })
  await reads(demo, anna, /Гарантия два года/)

  await demo.act({ do: 'switch', id: 'shop-link' })
  const url = await demo.until('a link', () => stateOf(demo, 'shop-link'))
  const emma = personNamed(demo, 'Emma').id
  await demo.act({ do: 'open-link', personId: emma, url })
  await tap(demo, emma, /I agree/)
  await reads(demo, emma, /12345678-0001/)
  expect(demo.leftovers()).toHaveLength(1)
  expect(await demo.interrupt()).toBe(0)
  expect(demo.leftovers()).toEqual([])
})

test('the bot lives in the page’s time: a leap ahead brings the reminder, and closes what was resolved', async () => {
  const demo = await startDemo('--language', 'ru')
  const anna = personNamed(demo, 'Анна').id
  const olga = personNamed(demo, 'Ольга').id
  const { number, topicId } = await fileTicket(demo, anna, 'Когда торшер снова появится в продаже?')
  await say(demo, olga, '/resolve', { chatId: staffOf(demo), topicId })
  await reads(demo, anna, new RegExp(`${number} решено`))
  await demo.act({ do: 'leap', ms: 6.5 * DAY_MS })
  await reads(demo, anna, /вопросов от вас больше не было/)
  await demo.act({ do: 'leap', ms: DAY_MS })
  await reads(demo, anna, new RegExp(`${number} закрыто`))
  // Processes live by the machine's time.
  const health = /http\S+readyz/.exec(demo.output())?.[0] ?? ''
  expect(await (await fetch(health)).json()).toMatchObject({ ready: true, troubles: [] })
})

test('the bot is stopped, started and killed from the page, and loses nothing', async () => {
  const demo = await startDemo()
  const anna = personNamed(demo, 'Анна').id
  expect([isUsable(demo, 'bot-stop'), isUsable(demo, 'bot-start')]).toEqual([true, false])
  await demo.act({ do: 'leap', ms: DAY_MS })
  await demo.act({ do: 'switch', id: 'bot-stop' })
  await demo.until('a bot that stands still', () => stateOf(demo, 'bot-start').includes('остановлен'))
  expect([isUsable(demo, 'bot-stop'), isUsable(demo, 'bot-start')]).toEqual([false, true])
  expect(switchOf(demo, 'bot-start')?.state?.moment).toBeGreaterThan(Date.now() + DAY_MS / 2)
  await say(demo, anna, '/start')
  expect(await demo.act({ do: 'switch', id: 'bot-stop' })).toMatchObject({
    ...{ isOk: false, refusal: { reason: 'told', words: { ru: 'Бот сейчас не работает.' } } },
  })
  await demo.act({ do: 'switch', id: 'bot-start' })
  await reads(demo, anna, /./)
  await tap(demo, anna, /Новое обращение/)
  await demo.act({ do: 'switch', id: 'bot-kill' })
  await tap(demo, anna, /Согласен/)
  await tap(demo, anna, /^Доставка$/)
  await demo.until('the count of kills', () => stateOf(demo, 'bot-kill').includes('1 раз'))

  // As if it had crashed.
  process.kill(Number(/\d+$/.exec(stateOf(demo, 'bot-stop'))?.[0]), 'SIGKILL')
  await demo.until('its end', () => stateOf(demo, 'bot-start').includes('завершился сам'))
  expect(demo.output()).toContain('The bot ended by itself (SIGKILL). The page stays open')
  await demo.act({ do: 'switch', id: 'bot-start' })
  await tap(demo, anna, /вовремя/)
  await reads(demo, anna, /Номер заказа/)
  await say(demo, anna, UNKNOWN)
  await reads(demo, anna, /Что случилось\?/)
  await say(demo, anna, 'Заказ обещали привезти вчера, курьер не позвонил.')
  await tap(demo, anna, /Пропустить/)
  await reads(demo, anna, new RegExp(`Магазин не нашёл заказ ${UNKNOWN}`))
})

test('a named folder keeps the chats and the tickets, and time does not go back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-kept-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const first = await startDemo('--data-dir', folder)
  const anna = personNamed(first, 'Анна').id
  const { number } = await fileTicket(first, anna, 'Сколько весит чемодан, артикул 70815?')
  await first.act({ do: 'leap', ms: 10 * DAY_MS })
  const shown = shownIn(first, anna).length
  const before = first.state.settings?.now ?? 0
  expect(await first.interrupt()).toBe(0)

  const second = await startDemo('--data-dir', folder)
  await second.until('what was said', () => shownIn(second, anna).length >= shown)
  expect(second.state.settings?.now).toBeGreaterThanOrEqual(before)
  await say(second, anna, '/tickets')
  await reads(second, anna, /Всего: 1\./)
  await reads(second, anna, new RegExp(number))
})

test('settings are edited on the page: from set-up mode to a group of one’s own, as an owner would', async () => {
  const demo = await startDemo()
  const anna = personNamed(demo, 'Анна').id
  const olga = personNamed(demo, 'Ольга').id
  await save(demo, 'settings', 'STAFF_CHAT_ID=')
  await say(demo, anna, 'Где мой заказ?')
  await reads(demo, anna, /Поддержка ещё настраивается/)

  const made = await demo.act({ do: 'create-group', title: 'Новая группа', kind: 'forum', bot: 'admin' })
  const groupId = (made.isOk && made.groupId) || 0
  await demo.act({ do: 'join', groupId, personId: olga, as: 'creator' })
  const introductions = () =>
    shownIn(demo, groupId).filter(({ message }) => wordsIn(message).includes('STAFF_CHAT_ID'))
  await demo.until('the number', () => introductions().length === 1)
  await say(demo, olga, '/id', { chatId: groupId })
  await demo.until('the number again', () => introductions().length === 2)
  await save(demo, 'settings', `STAFF_CHAT_ID=${groupId}\r\nOWNERS=${olga}`)
  const { text } = (await demo.act({ do: 'read-paper', id: 'settings' })) as { text?: string }
  expect(text).toBe(`STAFF_CHAT_ID=${groupId}\nOWNERS=${olga}`)
  // The bot has just said two things there: a moment later a ticket no longer looks like the beginning of a rush.
  await demo.act({ do: 'leap', ms: 60_000 })
  await fileTicket(demo, anna, 'Какая гарантия на чайник, артикул 70815?')
  const topics = demo.state.groups.find(({ id }) => id === groupId)?.topics
  expect(topics).toHaveLength(1)
})

test('what the bot refuses is said, line by line, and the desk goes on with what it had', async () => {
  const demo = await startDemo()
  const anna = personNamed(demo, 'Анна').id
  const settings = await demo.act({
    ...{ do: 'save-paper', id: 'settings' },
    text: 'TIME_ZONE=Mars\nREOPEN_WINDOW_DAYS=soon',
  })
  expect(settings).toEqual(said(/TIME_ZONE.*\n.*REOPEN_WINDOW_DAYS/))
  const { text = '' } = (await demo.act({ do: 'read-paper', id: 'catalog' })) as { text?: string }
  expect(text).toContain('Доставка')
  const catalog = await demo.act({ do: 'save-paper', id: 'catalog', text: `${text}\nnonsense: yes\n` })
  expect(catalog).toEqual(said(/catalog\.yaml:\d+: /))

  await save(demo, 'catalog', text.replace('ru: Доставка', 'ru: Доставка и сборка'))
  await say(demo, anna, '/start')
  await tap(demo, anna, /Новое обращение/)
  await tap(demo, anna, /Согласен/)
  await tap(demo, anna, /^Доставка и сборка$/)
})

/** What the bot itself refuses, in its own words. */
function said(words: RegExp) {
  return { isOk: false, refusal: { reason: 'said', text: expect.stringMatching(words) } }
}

async function save(demo: RunningDemo, id: string, text: string): Promise<void> {
  expect(await demo.act({ do: 'save-paper', id, text })).toEqual({ isOk: true })
}
