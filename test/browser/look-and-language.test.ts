import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openShop } from '../support/open-shop.ts'
import { describeInBrowser, LAYOUTS, openPage, servePage } from './open-playground.ts'

/** How light most of the page is, from 0 to 1. */
async function lightness(page: Page): Promise<number> {
  const { dominant } = await sharp(await page.screenshot()).stats()
  return (dominant.r + dominant.g + dominant.b) / 3 / 255
}

describeInBrowser('the look and the language of the page', () => {
  test.each(LAYOUTS)(
    '%s: the page speaks the language of the browser, and the one that is chosen',
    async (layout) => {
      const shop = await openShop({ language: 'en' })
      shop.customer('Anna', 'en')
      const { url } = await servePage(shop.sim)
      const page = await openPage(url, { layout })
      await page.getByRole('region', { name: 'Левый телефон: Anna' }).waitFor()
      await page.getByRole('button', { name: 'Оформление, Язык страницы' }).click()
      await page.getByRole('menuitemradio', { name: 'English' }).click()
      const phone = page.getByRole('region', { name: 'Left phone: Anna' })
      await phone.getByText("The shop's support.").waitFor()
      await phone.getByRole('button', { name: 'Start' }).click()
      await phone.getByRole('group', { name: 'Buttons of the message' }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')

      const panel = page.getByRole('complementary', { name: 'Controls' })
      if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Show the side panel' }).click()
      // The bot itself speaks both languages, which the log shows.
      await panel.getByRole('searchbox', { name: 'Filter' }).fill('no such call')
      for (const tab of ['Calls', 'Clock', 'Faults', 'Server', 'Links']) {
        await panel.getByRole('tab', { name: tab }).click()
        // What is said, seen or not; the names of languages stay as they are.
        const said = (await page.locator('body').ariaSnapshot()).replaceAll(/Русский|Language · Язык/g, '')
        expect(said.match(/.*[а-яё].*/i)?.[0]).toBeUndefined()
      }
      await page.reload()
      await phone.waitFor()
    },
  )

  test('light and dark follow the system until one of them is chosen', async () => {
    const shop = await openShop()
    shop.customer('Анна')
    const { url } = await servePage(shop.sim)
    const page = await openPage(url, { layout: 'desktop', colorScheme: 'dark' })
    const choose = async (look: string) => {
      await page.getByRole('button', { name: 'Оформление, Язык страницы' }).click()
      await page.getByRole('menuitemradio', { name: look }).click()
    }
    await page.getByRole('region', { name: /^Левый телефон/ }).waitFor()
    expect(await lightness(page)).toBeLessThan(0.2)
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await lightness(page)).toBeGreaterThan(0.8)
    await choose('Тёмное')
    expect(await lightness(page)).toBeLessThan(0.2)
    await page.reload()
    expect(await lightness(page)).toBeLessThan(0.2)
    await choose('Как в системе')
    expect(await lightness(page)).toBeGreaterThan(0.8)
  })
})
