import { beforeAll, expect, test, vi } from 'vitest'
import { FILE_DOWNLOAD } from '../../../src/simulator/faults.ts'
import { samplePng } from '../../../src/simulator/state/sample-files.ts'
import {
  afterwards,
  buttonTexts,
  inTopic,
  sendForm,
  shown,
  tapTwice,
  walk,
  walkTo,
} from '../../support/customer-story.ts'
import { photosIn } from '../../support/message-words.ts'
import { openShop, type ShopOptions } from '../../support/open-shop.ts'
import { takePhoto } from '../../support/photo-set.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const LOOKING: ShopOptions = { looksAtPhotos: true }
let fine: Buffer
let dark: Buffer
let blurred: Buffer

beforeAll(async () => {
  fine = await takePhoto('cyrillic receipt', { size: 800 })
  dark = await takePhoto('cyrillic receipt', { size: 800, light: 0.12 })
  blurred = await takePhoto('latin receipt', { size: 800, blur: 0.008 })
})

const album = (...photos: Buffer[]) => photos.map((bytes) => ({ kind: 'photo' as const, bytes }))

test('a dark photo is named with the reason, and goes with the ticket when the customer leaves it', async () => {
  const shop = await openShop(LOOKING)
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  await afterwards(shop, () => anna.sendPhoto({ bytes: dark }))
  expect(shown(anna)).toContain('Приложен 1 файл из 5')
  expect(shown(anna)).toContain('Фото слишком тёмное: текст на нём трудно прочитать.')
  expect(shown(anna)).toContain('Его можно заменить или оставить как есть.')
  await afterwards(shop, () => anna.tap('Готово'))
  expect(shown(anna)).toMatch(/Прежде чем отправить.*Фото слишком тёмное.*можно отправить и так/s)
  expect(photosIn(inTopic(shop, await sendForm(shop, anna)))).toBe(1)
})

test('in English it reads as well', async () => {
  const shop = await openShop({ ...LOOKING, language: 'en' })
  const john = shop.customer('John', 'en')
  await afterwards(shop, () => john.sendText('/new'))
  for (const tap of [/agree/, 'Delivery', /late/]) await afterwards(shop, () => john.tap(tap))
  for (const text of ['12345678-0001', 'The courier never came, it was due yesterday.'])
    await afterwards(shop, () => john.sendText(text))
  await afterwards(shop, () => john.sendAlbum(album(fine, blurred)))
  expect(shown(john)).toContain('Photo 2 is blurred: text on it can hardly be read.')
  await afterwards(shop, () => john.tap('Done'))
  expect(shown(john)).toMatch(/Photo 2 is blurred.*you may also send it as it is/s)
  expect(photosIn(inTopic(shop, await sendForm(shop, john)))).toBe(2)
})

test('of an album the bad photos are named by their numbers in one edit, and each has a button that removes it alone', async () => {
  const shop = await openShop(LOOKING)
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  const before = shop.sim.calls.length
  await afterwards(shop, () =>
    anna.sendAlbum(album(fine, dark, fine, blurred, fine), { order: [3, 0, 4, 2, 1] }),
  )
  const calls = shop.sim.calls.slice(before).filter(({ method }) => /^(send|edit)/.test(method))
  // The old form loses its buttons, the new one comes below, and is edited once at most.
  expect(calls.length).toBeLessThanOrEqual(3)
  expect(shown(anna)).toMatch(/Фото 2 слишком тёмное.*Фото 4 размыто.*Их можно заменить/s)
  expect(buttonTexts(anna)).toEqual(
    expect.arrayContaining(['Убрать фото 2', 'Убрать фото 4', 'Убрать последний файл']),
  )
  const [, late] = await tapTwice(shop, anna, 'Убрать фото 2')
  expect(late).toMatch(/./)
  expect(shown(anna)).toContain('Приложено 4 файла из 5')
  expect(shown(anna)).not.toContain('тёмное')
  expect(shown(anna)).toContain('Фото 3 размыто')
})

test('a photo that came before it was asked for is named once the form gets there; a small image sent as a file, too', async () => {
  const shop = await openShop(LOOKING)
  const anna = shop.customer()
  await walkTo(shop, anna, 'category')
  anna.sendDocument({ fileName: 'preview.png', mimeType: 'image/png', bytes: samplePng() })
  await afterwards(shop, () => anna.sendDocument({ fileName: 'receipt.pdf', mimeType: 'application/pdf' }))
  expect(anna.screen()).not.toContain('маленькое')
  await walk(shop, anna, 'category', 'photos')
  expect(shown(anna)).toContain('Фото слишком маленькое: мелкий текст на нём не разобрать.')
})

test('photos that can be read are taken without a word, and so is what is no picture', async () => {
  const shop = await openShop(LOOKING)
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  anna.sendPhoto({ bytes: fine })
  await afterwards(shop, () => anna.sendPhoto({ bytes: Buffer.from('no picture at all') }))
  expect(shown(anna)).toBe('Фото и чеки\nПриложено 2 файла из 5.')
})

test('a look that hangs holds back neither the form nor the ticket', async () => {
  const shop = await openShop(LOOKING)
  const fault = shop.sim.faults.add({ method: FILE_DOWNLOAD, kind: 'hang', times: 5 })
  const anna = shop.customer()
  await walkTo(shop, anna, 'photos')
  anna.sendPhoto({ bytes: dark })
  await shop.sim.waitFor(() => shown(anna).includes('Приложен 1 файл'), { what: 'the counter' })
  expect(fault.hits).toBe(1)
  anna.tap('Готово')
  await shop.sim.waitFor(() => buttonTexts(anna).includes('Отправить'), { what: 'the review' })
  anna.tap('Отправить')
  await shop.sim.waitFor(() => anna.screen().includes('принято'), { what: 'the confirmation' })
  fault.release()
  await shop.settled()
  expect(anna.screen()).not.toContain('тёмное')
  expect(shop.group.topics()).toHaveLength(1)
})
