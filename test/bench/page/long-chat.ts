import sharp from 'sharp'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { type Playground, startPlayground } from '../../../src/simulator/playground/start-playground.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts'

/** A playground in which one person has talked with a bot for long. */
export interface LongChat {
  readonly url: string
  /** Writes one more message as the bot. */
  say(text: string): Promise<void>
  close(): Promise<void>
}

const WORDS =
  'Заказ обещали привезти вчера, курьер не позвонил, а в приложении написано, что он уже получен. '
const BUTTONS = [[{ text: 'Взять', style: 'success' }, { text: 'Решено' }], [{ text: 'Ещё' }]]

/** @param messages an album counts its photos */
export async function openLongChat(pageFolder: string, messages: number): Promise<LongChat> {
  const sim = await startSimulator()
  const person = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
  const drawn = sharp({ create: { width: 1280, height: 960, channels: 3, background: '#4a78c2' } })
  const photo = await drawn.jpeg().toBuffer()
  const say = (text: string) => callBot(sim, { chat_id: person.id, text })
  for (let n = 0; person.messages().length < messages; n += 1) await sayOne(sim, person, n, photo)
  const playground: Playground = await startPlayground(sim, { pageFolder })
  return {
    url: playground.url,
    say,
    async close() {
      await playground.stop()
      await sim.stop()
    },
  }
}

/** A little of everything, as in a chat with a desk. */
async function sayOne(sim: Simulator, person: Person, n: number, bytes: Buffer): Promise<void> {
  const text = `${n}. ${WORDS.repeat(1 + (n % 4))}`
  if (n % 40 === 39) person.sendAlbum([1, 2, 3].map(() => ({ kind: 'photo' as const, bytes })))
  else if (n % 12 === 11) person.sendPhoto({ bytes, caption: text })
  else if (n % 2 === 0) person.sendText(text)
  else {
    const inline_keyboard = BUTTONS.map((row) => row.map((key) => ({ ...key, callback_data: String(n) })))
    const keyboard = n % 5 === 0 ? { reply_markup: { inline_keyboard } } : {}
    await callBot(sim, {
      chat_id: person.id,
      text: `<b>№ ${n}</b>\n${text}`,
      parse_mode: 'HTML',
      ...keyboard,
    })
  }
}

async function callBot(sim: Simulator, params: Record<string, unknown>): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(params)
  const response = await fetch(`${sim.url}/bot${sim.token}/sendMessage`, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(await response.text())
}
