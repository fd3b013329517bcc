import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { openLongChat } from './long-chat.ts'

export interface PageSpeed {
  /** From the navigation until the first message is drawn. Milliseconds. */
  readonly firstMs: number
  /** From the bot's call until one more message is drawn. Milliseconds. */
  readonly moreMs: number
  /** While the chat is scrolled from its end to its beginning. */
  readonly frames: {
    readonly count: number
    /** Shares of those that came one picture too late, or later. */
    readonly late: number
    readonly later: number
    readonly longestMs: number
  }
}

/** A screen shows 60 pictures a second: 16.7 ms each, and 33.3 for a frame that misses one. Milliseconds. */
const LATE_MS = 25
const LATER_MS = 42
const LOADS = 5
const MORE = 15

const IN_PAGE = fileURLToPath(new URL('./in-page.js', import.meta.url))
const PIXELS_A_FRAME = 100
const RESTING_FRAMES = 30

/** Lays everything out, in sight or not. */
export const LAY_OUT_ALL = `{
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
}`

/** Measures a chat of so many messages. @param script runs in the page before anything of its own */
export async function measurePage(
  browser: Browser,
  pageFolder: string,
  { messages, script = '' }: { readonly messages: number; readonly script?: string },
): Promise<PageSpeed> {
  const chat = await openLongChat(pageFolder, messages)
  const viewport = { width: 1440, height: 900 }
  // The page's own policy would not let in what measures it.
  const context = await browser.newContext({ viewport, locale: 'ru-RU', bypassCSP: true })
  try {
    await context.addInitScript({ path: IN_PAGE })
    await context.addInitScript({ content: script })
    const page = await context.newPage()
    const firsts: number[] = []
    for (let load = 0; load < LOADS; load += 1) {
      await page.goto(chat.url)
      firsts.push(await firstShownAt(page))
      await page.evaluate('sessionStorage.clear()')
    }
    const mores: number[] = []
    for (let n = 0; n < MORE; n += 1) mores.push(await showMore(page, `Ещё одно ${n}.`, chat.say))
    return { firstMs: median(firsts), moreMs: median(mores), frames: await scrollToBeginning(page) }
  } finally {
    await context.close()
    await chat.close()
  }
}

async function firstShownAt(page: Page): Promise<number> {
  const found = await page.waitForFunction('bench.shownAt')
  return Number(await found.jsonValue())
}

async function showMore(page: Page, text: string, say: (text: string) => Promise<void>): Promise<number> {
  const shown = page.evaluate(`bench.waitForNewest(${JSON.stringify(text)})`)
  const began = performance.now()
  await say(text)
  await shown
  return performance.now() - began
}

async function scrollToBeginning(page: Page): Promise<PageSpeed['frames']> {
  const times = (await page.evaluate(
    `bench.scrollToBeginning(${PIXELS_A_FRAME}, ${RESTING_FRAMES})`,
  )) as number[]
  const share = (ms: number) => times.filter((time) => time > ms).length / times.length
  return {
    count: times.length,
    late: share(LATE_MS),
    later: share(LATER_MS),
    longestMs: Math.max(...times),
  }
}

/** All files of the built page as they go over the network, bytes. */
export function compressedSize(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const sizes = files.map(({ parentPath, name }) => gzipSync(readFileSync(join(parentPath, name))).length)
  return sizes.reduce((sum, size) => sum + size, 0)
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
