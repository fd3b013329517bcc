import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { openShop } from '../support/open-shop.ts'
import { describeInBrowser, LAYOUTS, openPage, servePage } from './open-playground.ts'
import { phoneOnPage } from './phone-on-page.ts'

/** As far as it is looked at in the browser. */
interface Drawn {
  readonly textContent: string
  getBoundingClientRect(): { readonly top: number; readonly bottom: number }
  querySelectorAll(selector: string): Iterable<Drawn>
}

/** The first message in sight, and how far it is below the upper edge, CSS pixels. */
const placeIn = (chat: Locator) =>
  chat.evaluate((scroller: Drawn) => {
    const { top } = scroller.getBoundingClientRect()
    const lines = [...scroller.querySelectorAll('li')]
    const first = lines.find((line) => line.getBoundingClientRect().bottom > top)
    return { text: first?.textContent, offset: Math.round((first?.getBoundingClientRect().top ?? 0) - top) }
  })

/** For the browser, where there are frames. */
const NEXT_FRAMES = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))'

/** Lines that come into sight take their true height first: the place once it stays the same. */
async function settledPlaceIn(chat: Locator) {
  for (let before = await placeIn(chat); ; ) {
    await chat.evaluate(NEXT_FRAMES)
    const now = await placeIn(chat)
    if (now.text === before.text && now.offset === before.offset) return now
    before = now
  }
}

describeInBrowser('a server that goes away', () => {
  test.each(LAYOUTS)('%s: when it is back the page goes on where it was', async (layout) => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-world-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const worldFile = join(folder, 'world')
    // While nobody is there to answer, calls fail.
    const { sim, group, customer, agent } = await openShop({ mayBeRefused: true })
    const [anna, olga] = [customer('Анна'), agent('Ольга')]
    const { id: topic } = group.createTopic('Возвраты')
    for (let n = 1; n <= 80; n += 1)
      group.as(olga).sendText(`Заметка ${n}: ${'слово '.repeat(n % 40)}`, { topic })
    const first = await servePage(sim, { worldFile })
    const page = await openPage(first.url, { layout })
    const [left, right] = [phoneOnPage(page, 'left', layout), phoneOnPage(page, 'right', layout)]

    await left.click('Начать')
    await left.reads('Здравствуйте')
    await left.field.fill('Ещё не отправлено')
    await right.openTopic('Возвраты')
    await right.reads('Заметка 80')
    await right.message('Заметка 40').scrollIntoViewIfNeeded()
    const before = await settledPlaceIn(right.chat)

    const lost = page.getByText('Связь потеряна')
    await first.stop()
    await sim.stop()
    await lost.waitFor()
    expect(await placeIn(right.chat)).toEqual(before)
    const again = await startSimulator({ port: Number(new URL(sim.url).port) })
    onTestFinished(() => again.stop())
    const second = await servePage(again, { worldFile })
    expect(second.isRestored).toBe(true)
    await lost.waitFor({ state: 'detached' })

    expect(await placeIn(right.chat)).toEqual(before)
    await right.region.getByRole('heading', { name: 'Возвраты' }).waitFor()
    await left.show()
    expect(await left.field.inputValue()).toBe('Ещё не отправлено')
    await left.click('Отправить')
    const isThere = () =>
      again
        .findUser(anna.id)
        .messages()
        .some(({ text }) => text === 'Ещё не отправлено')
    await again.waitFor(isThere, { what: 'the message that waited' })

    await page.reload()
    await right.show()
    await right.message('Заметка 40').waitFor()
    await expect.poll(() => placeIn(right.chat)).toEqual(before)
  })
})
