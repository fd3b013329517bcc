import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, describe, expect, inject, onTestFinished } from 'vitest'
import {
  type Playground,
  type PlaygroundOptions,
  startPlayground,
} from '../../src/simulator/playground/start-playground.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { openShop, type Shop, type ShopOptions } from '../support/open-shop.ts'
import { type ChosenFile, type Layout, type PhoneOnPage, phoneOnPage } from './phone-on-page.ts'

const underTest = inject('browser') ?? null

/** For what needs a browser; where there is none `start-browser.ts` has said so. */
export const describeInBrowser = describe.skipIf(underTest === null)

export const LAYOUTS: readonly Layout[] = ['desktop', 'phone']

const DEVICES: Readonly<Record<Layout, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
}

/** Of anything a test waits for on the page. Milliseconds. */
const SEEN_WITHIN_MS = 20_000

let connected: Promise<Browser> | undefined
afterAll(async () => {
  await (await connected)?.close()
})

export interface PageOptions extends BrowserContextOptions {
  readonly layout: Layout
  /** Runs in the page before anything of its own. */
  readonly script?: string
}

/** Opens an address in a browser that knows nothing of earlier tests. A mistake in the page fails the test. */
export async function openPage(url: string, { layout, script, ...more }: PageOptions): Promise<Page> {
  if (underTest === null) throw new Error('there is no browser')
  connected ??= chromium.connect(underTest.endpoint)
  const browser = await connected
  const context = await browser.newContext({ locale: 'ru-RU', ...DEVICES[layout], ...more })
  context.setDefaultTimeout(SEEN_WITHIN_MS)
  if (script !== undefined) await context.addInitScript({ content: script })
  const mistakes: string[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => mistakes.push(String(error)))
  // From the start, so that no dialog of the browser's own opens before a test asks for it.
  page.on('filechooser', () => undefined)
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await tellWhatIsSeen(page, task.id)
    await context.close()
    expect(mistakes, 'mistakes in the page').toEqual([])
  })
  await page.goto(url)
  return page
}

async function tellWhatIsSeen(page: Page, name: string): Promise<void> {
  const path = join(tmpdir(), `playground-${name}.png`)
  await page.screenshot({ path })
  console.error(`What was seen when the test failed: ${path}`)
}

/** The page, and the phones of Anna, a customer, and of Olga, an agent. */
export interface OpenPlayground {
  readonly shop: Shop
  readonly page: Page
  readonly anna: PhoneOnPage
  readonly olga: PhoneOnPage
}

/** A shop with its real bot, seen on the page. */
export async function openPlayground(options: ShopOptions & PageOptions): Promise<OpenPlayground> {
  const shop = await openShop(options)
  shop.customer('Анна', 'ru')
  shop.agent('Ольга')
  const { layout, script, colorScheme, reducedMotion, locale } = options
  const { url } = await servePage(shop.sim)
  const look = {
    ...(colorScheme !== undefined && { colorScheme }),
    ...(reducedMotion !== undefined && { reducedMotion }),
    ...(locale !== undefined && { locale }),
  }
  const page = await openPage(url, { layout, ...(script !== undefined && { script }), ...look })
  const [anna, olga] = [phoneOnPage(page, 'left', layout), phoneOnPage(page, 'right', layout)]
  return { shop, page, anna, olga }
}

/** Serves the page until the test is over. */
export async function servePage(
  sim: Simulator,
  more: Pick<PlaygroundOptions, 'papers' | 'switches' | 'worldFile'> = {},
): Promise<Playground> {
  if (underTest === null) throw new Error('there is no browser')
  const playground = await startPlayground(sim, { pageFolder: underTest.pageFolder, ...more })
  onTestFinished(() => playground.stop())
  return playground
}

/** Photos that can be told from each other, each in one colour. */
export function somePhotos(count: number): Promise<ChosenFile[]> {
  const drawn = Array.from({ length: count }, async (_, place) => {
    const background = { r: 40 + 70 * place, g: 120, b: 200 - 50 * place }
    const picture = sharp({ create: { width: 640, height: 480, channels: 3, background } })
    return {
      name: `photo-${place + 1}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await picture.jpeg().toBuffer(),
    }
  })
  return Promise.all(drawn)
}
