import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

/** The story keeps to Telegram's limits, and the bot is compiled first. */
const DEMO_TIMEOUT_MS = 150_000

test('`npm run demo -- --story` tells the whole story without a token and ends well', {
  timeout: DEMO_TIMEOUT_MS,
}, async () => {
  const { code, output } = await runDemo('--story')
  expect(output).toMatch(/№ \d+-\d+ принято/)
  expect(output).toMatch(/topic “\d+-\d+ · Товар пришёл повреждённым · Анна” opened/)
  expect(output).toMatch(/№ \d+-\d+ · новое\n(?:.*\n){1,12}?.*📷 ×5/)
  expect(output).toMatch(/📷 photo\n\s+Мария · № \d+-\d+\n\s+Вот такая/)
  expect(output).toMatch(/┃ Куда удобнее.*\n\s+Анна → Мария:\n\s+На прежний адрес/)
  expect(output).toMatch(/Обращение № \d+-\d+ закрыто\. Спасибо/)
  expect(output).toMatch(/Мои обращения\n\s+Всего: 1\. Страница 1 из 1\./)
  expect(output).toContain('Последние сообщения')
  expect(output).toContain('the bot closed cleanly')
  expect(code).toBe(0)
})

test('an unknown option of the demo is named, and nothing is played', {
  timeout: DEMO_TIMEOUT_MS,
}, async () => {
  const { code, output } = await runDemo('--speed=9')
  expect(output).toContain("Unknown option '--speed'")
  expect(code).toBe(1)
})

async function runDemo(...options: string[]): Promise<{ code: number | null; output: string }> {
  const demo = spawn(process.execPath, ['--import', 'tsx', 'src/demo/main.ts', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise<number | null>((resolve) => demo.once('close', resolve))
  return { code, output }
}
