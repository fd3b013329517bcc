import type { ChosenFile, PhoneOnPage } from './phone-on-page.ts'

/** Fills in the whole form on the page, photos in one album. @returns the ticket's number */
export async function fileOnPage(phone: PhoneOnPage, photos: ChosenFile[] = []): Promise<string> {
  await phone.click('Начать')
  await phone.press('Новое обращение')
  await phone.press('Согласен')
  await phone.press('Доставка')
  await phone.press('Заказ не привезли вовремя')
  await phone.reads('Номер заказа')
  await phone.say('12345678-0001')
  await phone.reads('Что случилось?')
  await phone.say('Заказ обещали привезти вчера, курьер не позвонил.')
  await phone.reads('Фото и чеки')
  if (photos.length > 0) {
    const chosen = await phone.attach(photos)
    await chosen.getByRole('button', { name: 'Отправить' }).click()
    await phone.reads(`Приложено ${photos.length} файла из 5`)
  }
  await phone.press(photos.length > 0 ? 'Готово' : 'Пропустить')
  await phone.reads('Проверьте, всё ли верно')
  await phone.press('Отправить')
  const confirmation = await phone.reads(/Обращение № \d+-\d+ принято/)
  const [number] = /\d+-\d+/.exec((await confirmation.textContent()) ?? '') ?? []
  if (number === undefined) throw new Error('the confirmation names no number')
  return number
}
