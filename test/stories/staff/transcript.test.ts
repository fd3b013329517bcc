import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { afterwards } from '../../support/customer-story.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'
import { filesOf } from '../../support/reports-story.ts'
import { openStaffStory, type StaffStory } from '../../support/staff-story.ts'

const EVIL = '<script>alert(1)</script> & "кавычки" \u202e'

async function ready(story: StaffStory): Promise<StaffStory> {
  await afterwards(story.shop, () => story.oleg.sendText('/start'))
  return story
}

const lastPage = ({ shop, oleg }: Pick<StaffStory, 'shop' | 'oleg'>) => filesOf(shop, oleg.messages()).at(-1)
const textOf = (page: ReturnType<typeof lastPage>) => page?.bytes.toString('utf8') ?? ''

describe.each(['forum', 'supergroup'] as const)('in a %s', (group) => {
  test('/transcript brings all that was said and done about a ticket as one file, in private', async () => {
    const story = await ready(await openStaffStory({ group, photos: 2, description: `Не привезли. ${EVIL}` }))
    const { shop, anna, agent, oleg, number, topic, write, card } = story
    const place = topic === 0 ? { replyTo: card().message_id } : { topic }
    await afterwards(shop, () => agent.sendText('/name Мария', place))
    await afterwards(shop, () => write('// курьер болен'))
    await afterwards(shop, () => write('Приедет завтра'))
    await afterwards(shop, () => anna.sendText(EVIL))
    await afterwards(shop, () => anna.sendDocument({ fileName: 'чек.pdf' }))
    await afterwards(shop, () => write('Решено'))
    await afterwards(shop, () => agent.tap('Решено', { messageId: card().message_id }))
    const before = shop.group.messages().length
    await afterwards(shop, () => agent.sendText('/transcript', place))
    expect(shop.group.messages()).toHaveLength(before + 1)

    const file = lastPage({ shop, oleg })
    expect(file?.name).toBe(`obrashenie-${number}.html`)
    expect(file?.caption).toContain(`Переписка по обращению № ${number}`)
    expect(file?.caption).toContain('Не вошёл 1 файл')
    const page = textOf(file)
    const inOrder = [
      `Обращение № ${number}`,
      'Доставка',
      'Не привезли.',
      'Обращение создано',
      'article class="m note"><header><b>Мария</b> · заметка',
      '<p>курьер болен</p>',
      'article class="m agent"><header><b>Мария</b>',
      'Приедет завтра',
      'article class="m customer"><header><b>Анна</b>',
      'чек.pdf',
      'Статус: в работе → решено · Мария',
    ]
    const places = inOrder.map((words) => page.indexOf(words))
    expect(places, page.replace(/base64,[^"]+/g, '…')).toEqual([...places].sort((one, other) => one - other))
    expect(places).not.toContain(-1)
    expect(page.match(/<img src="data:image\/jpeg;base64,/g)).toHaveLength(2)
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;кавычки&quot;')
    expect(page).not.toMatch(/(?:src|href)="(?!data:)/)
  })
})

test('photos are there in a size for reading, and upright', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  const oleg = shop.agent()
  await afterwards(shop, () => oleg.sendText('/start'))
  const { topic = 0 } = await fileTicket(shop, anna)
  const large = { width: 3000, height: 1500, channels: 3, background: '#0072b2' } as const
  const lying = await sharp({ create: large }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  await afterwards(shop, () => anna.sendPhoto({ bytes: lying }))
  await afterwards(shop, () => shop.group.as(oleg).sendText('/transcript', { topic }))
  const [, data = ''] =
    /<img src="data:image\/jpeg;base64,([^"]+)"/.exec(textOf(lastPage({ shop, oleg }))) ?? []
  expect(await sharp(Buffer.from(data, 'base64')).metadata()).toMatchObject({ width: 640, height: 1280 })
})

test('a ticket may be named; one of another group, or none at all, is not given out', async () => {
  const shop = await openShop({ groupsFor: { payment: 'forum' } })
  const anna = shop.customer()
  const oleg = shop.agent()
  await afterwards(shop, () => oleg.sendText('/start'))
  const late = await fileTicket(shop, anna)
  const charged = await fileTicket(shop, anna, { category: 'Оплата', problem: /дважды/ })
  await afterwards(shop, () => shop.group.as(oleg).sendText(`/transcript ${late.number}`))
  expect(lastPage({ shop, oleg })?.name).toBe(`obrashenie-${late.number}.html`)
  for (const words of ['/transcript', `/transcript ${charged.number}`, '/transcript 999-999']) {
    await afterwards(shop, () => shop.group.as(oleg).sendText(words))
    expect(wordsIn(shop.group.messages().at(-1))).toContain('К какому обращению это относится')
  }
  expect(filesOf(shop, oleg.messages())).toHaveLength(1)
})

test('what was taken back from the customer stays taken back, and a correction is told', async () => {
  const story = await ready(await openStaffStory())
  const { shop, agent, topic, write } = story
  const wrong = await afterwards(shop, () => write('Секретное слово'))
  const other = await afterwards(shop, () => write('Приедет завтра'))
  await afterwards(shop, () => agent.sendText('/retract', { topic, replyTo: wrong.message_id }))
  await afterwards(shop, () => agent.editText(other.message_id, 'Приедет сегодня'))
  await afterwards(shop, () => agent.sendText('/transcript', { topic }))
  const page = textOf(lastPage(story))
  expect(page).toContain('Сообщение отозвано у клиента.')
  expect(page).not.toContain('Секретное слово')
  expect(page).toMatch(/исправлено [^<]+<\/header><p>Приедет сегодня/)
})

test('in English, of a ticket in which nothing has happened yet', async () => {
  const shop = await openShop({ language: 'en' })
  const anna = shop.customer('Anna', 'ru')
  const oleg = shop.agent()
  await afterwards(shop, () => oleg.sendText('/start'))
  const { number, topic = 0 } = await fileTicket(shop, anna)
  await afterwards(shop, () => shop.group.as(oleg).sendText('/transcript', { topic }))
  const file = lastPage({ shop, oleg })
  expect(file?.name).toBe(`ticket-${number}.html`)
  expect(textOf(file)).toContain('The ticket was filed · the customer')
})

test('an agent who never started the bot is told where they asked', async () => {
  const { shop, agent, oleg, topic, inTopic } = await openStaffStory()
  await afterwards(shop, () => agent.sendText('/transcript', { topic }))
  expect(wordsIn(inTopic().at(-1))).toMatch(/^Олег, бот пока не может писать вам лично/)
  expect(filesOf(shop, oleg.messages())).toEqual([])
})
