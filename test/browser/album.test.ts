import { expect, test } from 'vitest'
import { describeInBrowser, openPlayground, somePhotos } from './open-playground.ts'

describeInBrowser('an album on the page', () => {
  test('the part that is pressed is answered, edited and deleted, by mouse and keyboard', async () => {
    const { shop, page, olga } = await openPlayground({ layout: 'desktop' })
    const chosen = await olga.attach(await somePhotos(3))
    await chosen.getByRole('textbox', { name: 'Подпись' }).fill('Витрина')
    await chosen.getByRole('button', { name: 'Отправить' }).click()
    const album = await olga.reads('Витрина')
    const photo = (n: number) => album.getByRole('button', { name: `Открыть фото ${n} из 3` })
    const choose = (item: string) => olga.region.getByRole('menuitem', { name: item, exact: true }).click()
    const parts = () => shop.group.messages().filter(({ media_group_id }) => media_group_id !== undefined)
    const [, second, third] = parts().map(({ message_id }) => message_id)

    await photo(3).click({ button: 'right' })
    await choose('Ответить')
    await olga.say('Эта лучше')
    await olga.reads('Эта лучше')
    expect(shop.group.messages().at(-1)?.reply_to_message?.message_id).toBe(third)

    expect(await album.textContent()).not.toContain('изменено')
    await photo(2).focus()
    await page.keyboard.press('Shift+F10')
    await choose('Изменить')
    await olga.field.fill('Левая полка')
    await olga.click('Сохранить')
    await album.getByText('изменено').waitFor()
    expect(parts().map(({ caption }) => caption)).toEqual(['Витрина', 'Левая полка', undefined])

    // By the button the whole is meant, until a part is chosen.
    await olga.region
      .getByRole('button', { name: /^Меню сообщения: Фото, Витрина/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await olga.region.getByRole('menuitemradio', { name: 'Только часть 3' }).click()
    await choose('Удалить')
    await album.getByRole('group', { name: '2 фото' }).waitFor()
    expect(parts().map(({ message_id }) => message_id)).toContain(second)
    expect(parts()).toHaveLength(2)
  })
})
