import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser, openPlayground, somePhotos } from './open-playground.ts'

/** More stops than there are on the way to anything. */
const MAX_STOPS = 60

const hasFocus = async (page: Page, target: Locator) => (await target.and(page.locator(':focus')).count()) > 0

/** As far as it is looked at in the browser. */
interface Placed {
  readonly ownerDocument: { readonly activeElement: Placed | null }
  compareDocumentPosition(other: Placed): number
}
const PRECEDING = 2

/** Moves the focus on until it has come there: with Tab forwards or backwards, whichever a seeing person would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const position = await target.evaluate(
    (element: Placed) => element.ownerDocument.activeElement?.compareDocumentPosition(element) ?? 0,
  )
  await moveTo(page, target, position & PRECEDING ? 'Shift+Tab' : 'Tab')
}

async function moveTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' | 'ArrowDown'): Promise<void> {
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if (await hasFocus(page, target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`the focus does not come to ${target}`)
}

describeInBrowser('by the keyboard alone', () => {
  test('a ticket with a photo is filed, and the confirmation is answered', async () => {
    const { page, anna } = await openPlayground({ layout: 'desktop' })
    const { keyboard } = page
    const enter = async (target: Locator) => {
      await tabTo(page, target)
      await keyboard.press('Enter')
    }
    const button = (name: string | RegExp) => anna.region.getByRole('button', { name, exact: true })
    const key = (name: string) =>
      anna.chat.getByRole('group', { name: 'Кнопки сообщения' }).getByRole('button', { name }).last()
    const write = async (text: string) => {
      await tabTo(page, anna.field)
      await keyboard.type(text)
      await keyboard.press('Enter')
    }
    await enter(page.getByRole('button', { name: 'К левому телефону' }))
    await enter(button('Начать'))
    await anna.reads('Здравствуйте')

    // The arrows choose from the menu of commands.
    await tabTo(page, anna.field)
    await keyboard.type('/')
    await anna.region.getByRole('option', { name: '/new' }).waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowUp')
    await keyboard.press('Enter')
    for (const name of ['Согласен', 'Доставка', 'Заказ не привезли вовремя']) await enter(key(name))
    await anna.reads('Номер заказа')
    await write('12345678-0001')
    await anna.reads('Что случилось?')
    await write('Заказ обещали привезти вчера, курьер не позвонил.')
    await anna.reads('Фото и чеки')

    await enter(button('Прикрепить'))
    await moveTo(page, anna.region.getByRole('menuitem', { name: /^Фото или файлы/ }), 'ArrowDown')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')])
    await chooser.setFiles(await somePhotos(1))
    await enter(page.getByRole('dialog').getByRole('button', { name: 'Отправить' }))
    await enter(key('Готово'))
    await enter(key('Отправить'))
    await anna.reads(/Обращение № \d+-\d+ принято/)

    // Up and down lead through the menu of a message, Escape and a choice back out of it.
    const opener = anna.chat.getByRole('button', { name: /^Меню сообщения: Обращение №/ })
    await enter(opener)
    await anna.region.getByRole('menu').waitFor()
    await keyboard.press('Escape')
    expect(await hasFocus(page, opener)).toBe(true)
    await keyboard.press('Enter')
    await moveTo(page, anna.region.getByRole('menuitem', { name: 'Ответить' }), 'ArrowDown')
    await keyboard.press('Enter')
    await write('Звоните после шести')
    expect(await (await anna.reads('Звоните после шести')).textContent()).toContain('принято')
  })

  test('arrows, Home and End lead through every menu, Escape out of it', async () => {
    const { page, anna } = await openPlayground({ layout: 'desktop' })
    const { keyboard } = page
    await anna.click('Начать')
    await anna.reads('Здравствуйте')
    for (const name of [/^Чей это телефон/, 'Меню чата', 'Прикрепить']) {
      const opener = anna.region.getByRole('button', { name })
      const items = anna.region.getByRole('menu').locator('[role^=menuitem]')
      const isAt = (place: number) => expect.poll(() => hasFocus(page, items.nth(place))).toBe(true)
      await opener.focus()
      await keyboard.press('ArrowDown')
      await isAt(0)
      const last = (await items.count()) - 1
      expect(last).toBeGreaterThan(0)
      for (const [key, place] of [
        ['ArrowDown', 1],
        ['ArrowUp', 0],
        ['ArrowUp', last],
        ['ArrowDown', 0],
        ['End', last],
        ['Home', 0],
      ] as const) {
        await keyboard.press(key)
        await isAt(place)
      }
      await keyboard.press('Escape')
      await items.first().waitFor({ state: 'hidden' })
      expect(await hasFocus(page, opener)).toBe(true)
    }
  })
})
