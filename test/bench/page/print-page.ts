import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { buildPage } from '../../support/build-page.ts'
import { CHROMIUM_ARGS, findChromium } from '../../support/find-chromium.ts'
import { compressedSize, LAY_OUT_ALL, measurePage, type PageSpeed } from './measure-page.ts'

/** What the page may weigh, bytes. */
const MAX_SIZE = 300 * 1024
const MANY = 2_000
const FEW = 100

/** Measures the playground's page in a browser: its size, a long chat beside a short one. */
export async function printPage(): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === null)
    return console.log('Page                   skipped, there is no Chromium: set CHROMIUM')
  const folder = mkdtempSync(join(tmpdir(), 'desk-page-'))
  await buildPage(folder)
  const size = compressedSize(folder)
  console.log(
    `Page, gzipped       ${(size / 1024).toFixed(0)} KB, ${((100 * size) / MAX_SIZE).toFixed(0)} % of what it may be\n`,
  )
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  try {
    await printSpeeds(browser, folder)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`
first shown     from the navigation to the first message drawn, the server's answer included; median of 5.
one more        from the bot's call to the message drawn, 20 ms of gathering included; median of 15.
frames          of a scroll from the end of the chat to its beginning, 100 pixels a frame at 60 a second: 1 late came one picture
                too late, 2 late two or more.
all laid out    as if content-visibility were not there: what is out of sight is laid out, too.
×               to the chat of ${FEW} messages in this run.`)
}

async function printSpeeds(browser: Browser, folder: string): Promise<void> {
  console.log(row('Chat', 'first shown', '×', 'one more', '×', 'frames', '1 late', '2 late', 'longest'))
  const few = await measurePage(browser, folder, { messages: FEW })
  print(`${FEW} messages`, few, few)
  print(`${MANY} messages`, await measurePage(browser, folder, { messages: MANY }), few)
  print('  all laid out', await measurePage(browser, folder, { messages: MANY, script: LAY_OUT_ALL }), few)
}

function print(name: string, { firstMs, moreMs, frames }: PageSpeed, few: PageSpeed): void {
  const times = [ms(firstMs), ratio(firstMs, few.firstMs), ms(moreMs), ratio(moreMs, few.moreMs)]
  const { count, late, later, longestMs } = frames
  const scroll = [String(count), percent(late - later), percent(later), ms(longestMs)]
  console.log(row(name, ...times, ...scroll))
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const ms = (value: number) => `${value.toFixed(0)} ms`
const ratio = (one: number, other: number) => `× ${(one / other).toFixed(2)}`
const row = (name: string, ...cells: string[]) =>
  name.padEnd(20) + cells.map((cell) => cell.padStart(12)).join('')
