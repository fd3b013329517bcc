import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { fileTicket, personNamed, reads, say, shownIn, staffOf, tap } from './people-at-it.ts'
import { type RunningDemo, startDemo } from './running-demo.ts'

vi.setConfig({ testTimeout: 240_000 })

const DAY_MS = 86_400_000
const UNKNOWN = '12345678-0009'
const stateOf = (demo: RunningDemo, id: string) =>
  demo.state.settings?.switches.find((one) => one.id === id)?.state ?? ''

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
})

test('the bot is stopped, started and killed from the page, and loses nothing', async () => {
  const demo = await startDemo()
  const anna = personNamed(demo, 'Анна').id
  await demo.act({ do: 'switch', id: 'bot-stop' })
  await demo.until('a bot that stands still', () => stateOf(demo, 'bot-start').includes('остановлен'))
  await say(demo, anna, '/start')
  expect(await demo.act({ do: 'switch', id: 'bot-stop' })).toMatchObject({ isOk: false })
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
