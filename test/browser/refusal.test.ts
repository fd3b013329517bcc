import { expect, test } from 'vitest'
import { describeInBrowser, openPlayground } from './open-playground.ts'

describeInBrowser('a refusal on a narrow phone', () => {
  test('is shown, and leaves the buttons above the chat free', async () => {
    const { page, olga } = await openPlayground({ layout: 'phone' })
    await olga.show()
    await olga.say('Важное')
    await olga.reads('Важное')
    await olga.chooseFor('Важное', 'Закрепить')
    const toast = page.getByRole('region', { name: 'Отказы' })
    await toast.getByText('Only administrators').waitFor()
    const strip = olga.region.getByRole('navigation', { name: /^Темы/ })
    const [shown, above] = await Promise.all([toast.boundingBox(), strip.boundingBox()])
    expect(shown?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0))
    await olga.click('Меню чата')
    await olga.region.getByRole('menuitem', { name: 'Участники и бот' }).waitFor()
  })
})
