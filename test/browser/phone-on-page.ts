import type { Locator, Page } from 'playwright-core'

/** A file as it is chosen or dropped. */
export interface ChosenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** `desktop` has a mouse and room for both phones; `phone` has a finger and room for one. */
export type Layout = 'desktop' | 'phone'

/** One of the two phones on the page, used as a person would: by what is written on it. */
export interface PhoneOnPage {
  readonly region: Locator
  /** The list of messages. */
  readonly chat: Locator
  /** Where a message is typed. */
  readonly field: Locator
  /** Brings it to the front where there is room for one only. */
  show(): Promise<void>
  /** Presses whatever has this name, but for the buttons of messages. */
  click(name: string | RegExp): Promise<void>
  /** Presses a button below a message, the newest of that name. */
  press(name: string | RegExp): Promise<void>
  say(text: string): Promise<void>
  /** The newest message with this text. */
  message(text: string | RegExp): Locator
  /** Waits for a message. */
  reads(text: string | RegExp): Promise<Locator>
  /** Opens the menu of a message: with a right click, or a finger that stays on it. */
  openMenu(text: string | RegExp): Promise<void>
  /** Opens the menu of a message and chooses from it. */
  chooseFor(text: string | RegExp, item: string): Promise<void>
  /** Chooses from the menu of the open chat. */
  chooseInChat(item: string): Promise<void>
  openTopic(name: string | RegExp): Promise<void>
  /** Chooses files in the browser's own dialog; they are shown before they are sent. */
  attach(files: ChosenFile[]): Promise<Locator>
}

const SIDES = { left: /^Левый телефон/, right: /^Правый телефон/ }

export function phoneOnPage(page: Page, side: 'left' | 'right', layout: Layout): PhoneOnPage {
  const region = page.getByRole('region', { name: SIDES[side] })
  const chat = region.getByRole('log', { name: 'Сообщения' })
  const field = region.getByRole('textbox', { name: 'Сообщение' })
  const keyboards = chat.getByRole('group', { name: 'Кнопки сообщения' })
  const message = (text: string | RegExp) => chat.getByRole('article').filter({ hasText: text }).last()

  const show = async () => {
    if (layout === 'desktop') return
    const choice = page.getByRole('group', { name: 'Какой телефон показан' }).getByRole('button')
    await choice.nth(side === 'left' ? 0 : 1).tap()
    await region.waitFor()
  }
  const click = async (name: string | RegExp) => {
    await show()
    await region.getByRole('button', { name, exact: true }).last().click()
  }
  const openMenu = async (text: string | RegExp) => {
    await show()
    const asked = message(text)
    if (layout === 'desktop') await asked.click({ button: 'right' })
    else await pressLong(page, asked)
  }
  return {
    ...{ region, chat, field, show, click, message, openMenu },
    async press(name) {
      await show()
      await keyboards.getByRole('button', { name }).last().click()
    },
    async say(text) {
      await show()
      await field.fill(text)
      if (layout === 'desktop') await field.press('Enter')
      // Below the list, where a message may have a button of the same name.
      else await region.getByRole('button', { name: 'Отправить', exact: true }).last().tap()
    },
    async reads(text) {
      await show()
      await message(text).waitFor()
      return message(text)
    },
    async chooseFor(text, item) {
      await openMenu(text)
      const menu = region.getByRole('menu')
      const reaction = menu.getByRole('menuitemcheckbox', { name: item })
      await menu.getByRole('menuitem', { name: item, exact: true }).or(reaction).click()
    },
    async chooseInChat(item) {
      await click('Меню чата')
      await region.getByRole('menuitem', { name: item, exact: true }).click()
    },
    async openTopic(name) {
      await show()
      await region.getByRole('navigation', { name: /^Темы/ }).getByRole('button', { name }).click()
    },
    async attach(files) {
      await click('Прикрепить')
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        region.getByRole('menuitem', { name: /^Фото или файлы/ }).click(),
      ])
      await chooser.setFiles(files)
      return page.getByRole('dialog')
    },
  }
}

/** Holds a finger on it until its menu opens. */
async function pressLong(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error('what is pressed is not seen')
  const finger = await page.context().newCDPSession(page)
  const point = { x: box.x + box.width / 2, y: box.y + Math.min(20, box.height / 2) }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
  await page.getByRole('menu').waitFor()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await finger.detach()
}
