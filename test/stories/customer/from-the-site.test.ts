import { describe, expect, test } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { packStartLink, type StartLink } from '../../../src/telegram/start-link.ts'
import { afterwards, inTopic, sendForm, shown, walk, walkTo, wordsOf } from '../../support/customer-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'

const SECRET = 'a-secret-that-nobody-can-guess'
const ORDER = '12345678-0001'
const LINK: StartLink = { shopCustomerId: '4711', orderNumber: ORDER, topic: 'delivery/late' }
const HOUR_MS = 3_600_000

const openLinked = () => openShop({ env: { LINK_SECRET: SECRET } })

function follow(shop: Shop, person: Person, link: Partial<StartLink> = {}, hours = 1, secret = SECRET) {
  const payload = packStartLink(secret, { ...LINK, ...link }, new Date(Date.now() + hours * HOUR_MS))
  return afterwards(shop, () => person.sendText(`/start ${payload}`))
}

describe('a customer comes from the shop’s site', () => {
  test('the form opens with order and problem filled in, and the agents see who it is in the shop', async () => {
    const shop = await openLinked()
    const anna = shop.customer()
    await follow(shop, anna, { topic: 'delivery/late' })
    await afterwards(shop, () => anna.tap(/Согласен/))
    expect(shown(anna)).toContain('Опишите')
    await walk(shop, anna, 'description', 'review')
    expect(shown(anna)).toContain(`Заказ: ${ORDER}`)
    expect(shown(anna)).toContain('Доставка')
    const number = await sendForm(shop, anna)
    const [card] = inTopic(shop, number)
    expect(wordsOf(card)).toMatch(/Клиент в магазине\s*:?\s*4711/)
  })

  test('in English, with the order alone: the rest is asked', async () => {
    const shop = await openLinked()
    const john = shop.customer('John', 'en')
    await follow(shop, john, { topic: null })
    expect(shown(john)).toContain(`Order ${ORDER}. A few questions are left.`)
    await afterwards(shop, () => john.tap(/agree/))
    await afterwards(shop, () => john.tap('Delivery'))
    await afterwards(shop, () => john.tap(/late/))
    expect(shown(john)).toContain('What happened?')
  })

  test('a form that is open is not written over: it goes on, or the link’s begins', async () => {
    const shop = await openLinked()
    const anna = shop.customer()
    await walkTo(shop, anna, 'photos')
    await follow(shop, anna)
    expect(shown(anna)).toContain(`новое, о заказе ${ORDER}?`)
    await afterwards(shop, () => anna.tap('Продолжить'))
    expect(shown(anna)).toContain('Фото и чеки')
    await follow(shop, anna)
    await afterwards(shop, () => anna.tap(/заново/))
    expect(shown(anna)).toContain('Опишите')
  })

  test.each([
    ['forged', 1, 'another-secret-of-somebody'],
    ['expired', -1, SECRET],
  ])('a link that is %s opens the plain start', async (_, hours, secret) => {
    const shop = await openLinked()
    const anna = shop.customer()
    await follow(shop, anna, {}, hours, secret)
    expect(shown(anna)).toContain('Здравствуйте')
    const number = await fileAfter(shop, anna)
    expect(wordsOf(inTopic(shop, number)[0])).not.toContain('4711')
  })

  test('what the catalogue does not know is asked', async () => {
    const shop = await openLinked()
    const anna = shop.customer()
    await follow(shop, anna, { topic: 'gone', orderNumber: 'X-1' })
    await afterwards(shop, () => anna.tap(/Согласен/))
    expect(shown(anna)).toBe('С чем связан вопрос?')
  })
})

async function fileAfter(shop: Shop, person: Person): Promise<string> {
  await walkTo(shop, person, 'review')
  return sendForm(shop, person)
}
