import { expect, test } from 'vitest'
import { fileOnPage } from './file-on-page.ts'
import { AXE_SCRIPT, findBarriers } from './find-barriers.ts'
import { describeInBrowser, LAYOUTS, openPlayground, somePhotos } from './open-playground.ts'

const TABS = ['Вызовы', 'Часы', 'Сбои', 'Сервер', 'Ссылки']

describeInBrowser('nobody is kept out', () => {
  test.each(LAYOUTS)('%s: chats, menus, windows and the side panel, light and dark', async (layout) => {
    const still = { reducedMotion: 'reduce', script: AXE_SCRIPT } as const
    const { page, anna, olga } = await openPlayground({ layout, ...still })
    const barriers: string[] = []
    const look = async (state: string) => barriers.push(...(await findBarriers(page, state)))
    const close = () => page.keyboard.press('Escape')

    await anna.region.getByRole('button', { name: 'Начать' }).waitFor()
    await look('before the first message')
    const number = await fileOnPage(anna, await somePhotos(2))
    await look('a chat with an album and keyboards')
    await anna.region.getByRole('button', { name: 'Открыть фото 1 из 2' }).click()
    await page.getByRole('dialog', { name: 'Фото' }).waitFor()
    await look('a photo in full size')
    await close()
    await anna.attach(await somePhotos(2))
    await look('files before they are sent')
    await close()

    await olga.openTopic(number)
    await olga.reads(`№ ${number}`)
    await olga.press('Взять')
    await olga.reads('в работе')
    await olga.say('Здравствуйте, Анна. **Завтра** привезём.')
    await olga.chooseFor('привезём', 'Ответить')
    await look('a topic with a rich card')
    await olga.click('Не отвечать на него')
    await olga.openMenu('привезём')
    await page.getByRole('menu').waitFor()
    await look('the menu of a message')
    await close()
    await olga.chooseInChat('Участники и бот')
    await look('members of the group')
    await close()
    await olga.click('Меню чата')
    await look('the menu of a chat')
    await close()
    await olga.click(/^Чей это телефон/)
    await look('the menu of people')
    await close()
    await olga.click('Прикрепить')
    await look('the menu of attachments')
    await close()

    const panel = page.getByRole('complementary', { name: 'Управление' })
    if (!(await panel.isVisible()))
      await page.getByRole('button', { name: 'Показать боковую панель' }).click()
    for (const tab of TABS) {
      await panel.getByRole('tab', { name: tab }).click()
      await look(`the side panel: ${tab}`)
    }
    expect(barriers).toEqual([])
  })
})
