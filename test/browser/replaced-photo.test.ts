import { expect, test } from 'vitest'
import { describeInBrowser, LAYOUTS, openPlayground, somePhotos } from './open-playground.ts'

describeInBrowser('a photo that was sent', () => {
  test.each(LAYOUTS)('is replaced by another, and its caption with it, on a %s', async (layout) => {
    const { shop, page, olga } = await openPlayground({ layout })
    const [first, second] = await somePhotos(2)
    if (!first || !second) throw new Error('two photos are drawn')
    const sent = () => shop.group.messages().find(({ photo }) => photo !== undefined)
    const chosen = await olga.attach([first])
    await chosen.getByRole('textbox', { name: 'Подпись' }).fill('Витрина')
    await chosen.getByRole('button', { name: 'Отправить' }).click()
    await olga.reads('Витрина')
    const before = sent()

    await olga.chooseFor('Витрина', 'Изменить')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), olga.click('Заменить фото')])
    await chooser.setFiles(second)
    await olga.region.getByText('Новый файл: photo-2.jpg').waitFor()
    await olga.field.fill('')
    await olga.click('Сохранить')
    await olga.chat.getByText('изменено').waitFor()
    const after = sent()
    expect(after?.message_id).toBe(before?.message_id)
    expect(after?.caption).toBeUndefined()
    const fileId = after?.photo?.at(-1)?.file_id ?? ''
    expect(fileId).not.toBe(before?.photo?.at(-1)?.file_id)
    expect(shop.sim.world.files.require(fileId, 'photo').bytes.equals(second.buffer)).toBe(true)
    await olga.region.locator(`img[src*="${fileId}"]`).waitFor()
  })
})
