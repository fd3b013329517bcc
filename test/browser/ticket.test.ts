import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { dropFiles } from './drop-files.ts'
import { fileOnPage } from './file-on-page.ts'
import { describeInBrowser, LAYOUTS, openPlayground, somePhotos } from './open-playground.ts'

const ANSWER = 'Здравствуйте, Анна. Курьер приедет завтра.'

/** Whether each of so many photos is really there. */
async function showsPhotos(message: Locator, count: number): Promise<void> {
  const photos = message.getByRole('group', { name: `${count} фото` }).locator('img')
  const widths = () =>
    photos.evaluateAll((all: { naturalWidth: number }[]) => all.map((each) => each.naturalWidth))
  await expect.poll(widths).toEqual(Array.from({ length: count }, () => 640))
}

describeInBrowser('a ticket on the page', () => {
  test.each(LAYOUTS)(
    '%s: a ticket with an album is filed, taken, answered and talked about',
    async (layout) => {
      const { anna, olga } = await openPlayground({ layout })
      const number = await fileOnPage(anna, await somePhotos(3))
      await showsPhotos(anna.chat, 3)

      await olga.openTopic(number)
      const card = await olga.reads(`№ ${number}`)
      await showsPhotos(card, 3)
      await olga.press('Взять')
      await olga.reads(new RegExp(`№ ${number} · в работе`))
      await olga.say(ANSWER)
      await anna.reads(ANSWER)

      await anna.chooseFor(ANSWER, 'Ответить')
      await anna.say('Хорошо, буду дома')
      const reply = await olga.reads('Хорошо, буду дома')
      const quote = reply.getByRole('button', { name: /^В ответ на сообщение: Ольга/ })
      expect(await quote.textContent()).toContain(ANSWER)

      await olga.chooseFor('Хорошо, буду дома', 'Поставить реакцию ❤')
      const own = await anna.reads('Хорошо, буду дома')
      await own.getByRole('button', { name: '❤' }).waitFor()

      // Hers, not the reply that quotes it.
      await olga.chooseFor(/^вы: Здравствуйте/, 'Изменить')
      expect(await olga.field.inputValue()).toBe(ANSWER)
      await olga.field.fill(ANSWER.replace('завтра', 'в среду'))
      await olga.click('Сохранить')
      const edited = await anna.reads(/^Desk: [\s\S]*Курьер приедет в среду/)
      expect(await edited.textContent()).toContain('изменено')
      expect(await anna.message(ANSWER).count()).toBe(0)
    },
  )

  test('photos that are dropped on the phone go as an album', async () => {
    const { page, anna, olga } = await openPlayground({ layout: 'desktop' })
    const number = await fileOnPage(anna)
    await olga.openTopic(number)
    await olga.reads(`№ ${number}`)
    await dropFiles(page, olga.region, await somePhotos(2))
    const chosen = page.getByRole('dialog', { name: '2 файла' })
    await chosen.getByRole('textbox', { name: 'Подпись' }).fill('Такие есть на складе')
    await chosen.getByRole('button', { name: 'Отправить' }).click()
    await chosen.waitFor({ state: 'hidden' })
    await showsPhotos(await anna.reads('Такие есть на складе'), 2)
  })
})
