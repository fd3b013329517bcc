import { expect, test } from 'vitest'
import { describeInBrowser, openPlayground } from './open-playground.ts'

/** More than the list has room for. */
const MANY = 40

describeInBrowser('the list of topics', () => {
  test('keeps the open topic in view as topics are written in, and is come back to in it', async () => {
    const { shop, page, olga } = await openPlayground({ layout: 'desktop' })
    for (let n = 1; n <= MANY; n += 1) shop.group.createTopic(`Тема ${n}`)
    const list = olga.region.getByRole('navigation', { name: /^Темы/ })
    const topic = (n: number) => list.getByRole('button', { name: new RegExp(`Тема ${n}(?!\\d)`) })
    const isInView = async () => {
      const [open, all] = await Promise.all([topic(5).boundingBox(), list.boundingBox()])
      return open !== null && all !== null && open.y >= all.y && open.y + open.height <= all.y + all.height
    }
    await topic(5).click()
    await expect.poll(isInView).toBe(true)
    // It goes to the top, and others over it.
    await olga.say('Пишу в пятой')
    await olga.reads('Пишу в пятой')
    await expect.poll(isInView).toBe(true)
    const [open] = shop.group.topics().filter(({ name }) => name === 'Тема 5')
    const others = shop.group.topics().filter(({ name }) => name !== 'Тема 5')
    const stranger = shop.agent('Пётр')
    for (const { id } of others.slice(0, 20)) shop.group.as(stranger).sendText('сюда', { topic: id })
    await topic(1).locator('.dot').waitFor({ state: 'attached' })
    await expect.poll(isInView).toBe(true)

    const tabs = olga.region.getByRole('navigation', { name: 'Чаты: Ольга' })
    await tabs.getByRole('button').first().click()
    await list.waitFor({ state: 'hidden' })
    await tabs.getByRole('button').last().click()
    await olga.reads('Пишу в пятой')
    expect(new URL(page.url()).hash).toContain(`,${open?.id}&`)
  })
})
