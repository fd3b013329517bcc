import { expect, test } from 'vitest'
import { fileOnPage } from './file-on-page.ts'
import { describeInBrowser, LAYOUTS, openPlayground } from './open-playground.ts'

describeInBrowser('somebody or something is gone, on the page', () => {
  test.each(LAYOUTS)(
    '%s: what is written to a customer who blocked the bot arrives when they are back',
    async (layout) => {
      const { anna, olga } = await openPlayground({ layout })
      const number = await fileOnPage(anna)
      await anna.chooseInChat('Заблокировать бота')
      await anna.region.getByText('Вы заблокировали бота').waitFor()

      await olga.openTopic(number)
      await olga.say('Ваш заказ найден')
      await olga.reads('Пока не доставлено: клиент заблокировал бота')
      await anna.show()
      expect(await anna.message('Ваш заказ найден').count()).toBe(0)

      await anna.click('Разблокировать бота')
      await anna.reads('Ваш заказ найден')
      await olga.reads('доставляем то, что ждало')
    },
  )

  test.each(LAYOUTS)('%s: a topic that was deleted is opened anew by the next message', async (layout) => {
    const { page, anna, olga } = await openPlayground({ layout, mayBeRefused: true })
    const number = await fileOnPage(anna)
    await olga.openTopic(number)
    await olga.reads(`№ ${number}`)
    await olga.chooseInChat('Удалить тему')
    const question = page.getByRole('dialog', { name: 'Удалить тему' })
    await question.getByRole('button', { name: 'Удалить', exact: true }).click()
    await question.waitFor({ state: 'hidden' })
    const topics = olga.region.getByRole('navigation', { name: /^Темы/ })
    await topics.getByRole('button', { name: number }).waitFor({ state: 'detached' })

    await anna.say('Есть новости?')
    await olga.openTopic(number)
    await olga.reads(`№ ${number}`)
    await olga.reads('Есть новости?')
  })
})
