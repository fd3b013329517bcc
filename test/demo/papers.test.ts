import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Home } from '../../src/demo/home.ts'
import type { KeptBot } from '../../src/demo/keep-bot.ts'
import { createPapers } from '../../src/demo/papers.ts'
import type { ActRefusal } from '../../src/simulator/playground/act-refusal.ts'

test('settings that are saved while the bot starts with others are refused in both languages', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-papers-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const tryStart = vi.fn(() => new Promise<null>(() => undefined))
  const bot = { state: () => ({ is: 'stopped', since: 0, after: null }), tryStart } as unknown as KeptBot
  const home = { settingsFile: join(folder, '.env'), catalogFile: join(folder, 'catalog.yaml') } as Home
  const [settings] = createPapers(home, bot, 'ru')
  void settings?.save?.('A=1')
  await vi.waitFor(() => expect(tryStart).toHaveBeenCalled())
  const refused: unknown = await settings?.save?.('A=2').catch((error: unknown) => error)
  expect((refused as ActRefusal).refusal).toEqual({
    reason: 'told',
    words: {
      ru: expect.stringContaining('как раз перезапускается'),
      en: expect.stringContaining('started again'),
    },
  })
  expect(await settings?.read()).toBe('A=1')
})
