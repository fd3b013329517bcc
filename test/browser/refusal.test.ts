import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { describeInBrowser, LAYOUTS, openPage, openPlayground, servePage } from './open-playground.ts'

const PINNED_BY_ADMINS = 'Закреплять сообщения здесь могут только администраторы.'

describeInBrowser('a refusal', () => {
  test('on a narrow phone is shown, and leaves the buttons above the chat free', async () => {
    const { page, olga } = await openPlayground({ layout: 'phone' })
    await olga.show()
    await olga.say('Важное')
    await olga.reads('Важное')
    await olga.chooseFor('Важное', 'Закрепить')
    const toast = page.getByRole('region', { name: 'Отказы' })
    await toast.getByText(PINNED_BY_ADMINS).waitFor()
    const strip = olga.region.getByRole('navigation', { name: /^Темы/ })
    const [shown, above] = await Promise.all([toast.boundingBox(), strip.boundingBox()])
    expect(shown?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0))
    await olga.click('Меню чата')
    await olga.region.getByRole('menuitem', { name: 'Участники и бот' }).waitFor()
  })

  test('is announced in the language of the page, and follows it to another', async () => {
    const { page, olga } = await openPlayground({ layout: 'desktop' })
    await olga.say('Важное')
    await olga.chooseFor('Важное', 'Закрепить')
    const alert = page.getByRole('alert').filter({ hasText: PINNED_BY_ADMINS })
    await alert.waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Оформление, Язык страницы' }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    const toast = page.getByRole('region', { name: 'What was refused' })
    await toast.getByText('Only administrators pin messages here.').waitFor()
  })

  test.each(LAYOUTS)('%s: in a window is said there, in the language of the page', async (layout) => {
    const sim = await startSimulator()
    onTestFinished(() => sim.stop())
    sim.createUser({ firstName: 'Анна', languageCode: 'en' })
    const { url } = await servePage(sim)
    const page = await openPage(url, { layout })
    const phone = page.getByRole('region', { name: 'Левый телефон: Анна' })
    await phone.getByRole('button', { name: /^Чей это телефон/ }).click()
    await page.getByRole('menuitem', { name: 'Новый человек' }).click()
    const window = page.getByRole('dialog', { name: 'Новый человек' })
    await window.getByRole('textbox', { name: 'Имя', exact: true }).fill('Мария')
    await window.getByRole('textbox', { name: /^Имя пользователя/ }).fill('abc')
    await window.getByRole('button', { name: 'Создать' }).click()
    const alert = window.getByRole('alert').filter({ hasText: 'от 4 до 32 латинских букв' })
    await alert.waitFor()
    expect(await page.getByRole('region', { name: 'Отказы' }).isVisible()).toBe(false)
  })
})
