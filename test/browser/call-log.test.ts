import { expect, test } from 'vitest'
import { call } from '../simulator/bot-side.ts'
import { describeInBrowser, openPlayground } from './open-playground.ts'

/** More than the log draws at once, so that each new one drops the oldest. */
const MANY = 230

describeInBrowser('the log of calls', () => {
  test('stays at its end whatever comes and goes, until somebody scrolls up', async () => {
    const { shop, page } = await openPlayground({ layout: 'desktop', mayBeRefused: true })
    const log = page.getByRole('region', { name: 'Вызовы бота' })
    const row = (name: string) => log.getByText(name, { exact: true })
    const toEnd = () =>
      log.evaluate((element: { scrollHeight: number; scrollTop: number; clientHeight: number }) =>
        Math.round(element.scrollHeight - element.scrollTop - element.clientHeight),
      )
    for (let n = 0; n < MANY; n += 1) await call(shop.sim, 'getMe')
    await row('getMe').nth(150).waitFor()
    for (let n = 0; n < 40; n += 1) {
      // Rows of several heights: a refusal takes two lines more.
      await call(shop.sim, n % 2 ? 'sendMessage' : 'getMe', { chat_id: 1, text: `x${n}` })
      if (n % 8 === 0) await log.getByText(`x${n}`).first().waitFor()
    }
    await log.getByText('x39').waitFor()
    await expect.poll(toEnd).toBeLessThan(3)

    await log.hover()
    await page.mouse.wheel(0, -600)
    await expect.poll(toEnd).toBeGreaterThan(300)
    for (let n = 0; n < 5; n += 1) await call(shop.sim, 'getChat', { chat_id: 1 })
    await row('getChat').nth(4).waitFor({ state: 'attached' })
    expect(await toEnd()).toBeGreaterThan(300)

    await page.mouse.wheel(0, 9_000)
    await expect.poll(toEnd).toBeLessThan(3)
    await call(shop.sim, 'getWebhookInfo')
    await row('getWebhookInfo').waitFor()
    await expect.poll(toEnd).toBeLessThan(3)
  })
})
