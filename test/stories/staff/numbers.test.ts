import { describe, expect, test } from 'vitest'
import { afterwards } from '../../support/customer-story.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openShop } from '../../support/open-shop.ts'
import { aSupervisor, filesOf } from '../../support/reports-story.ts'
import { openStaffStory } from '../../support/staff-story.ts'

const PNG = '89504e47'

describe.each(['forum', 'supergroup'] as const)('in a %s', (group) => {
  test('/stats brings a supervisor the week as a picture, in private, and costs the group nothing', async () => {
    const { shop, write, number } = await openStaffStory({ group })
    const vera = await aSupervisor(shop)
    await afterwards(shop, () => write('Уточняем у курьера'))
    const before = shop.group.messages().length
    await afterwards(shop, () => shop.group.as(vera).sendText('/stats'))
    expect(shop.group.messages()).toHaveLength(before + 1)
    const [picture, ...more] = filesOf(shop, vera.messages())
    expect(more).toEqual([])
    expect(picture?.bytes.subarray(0, 4).toString('hex')).toBe(PNG)
    expect(picture?.photo).toMatchObject({ width: 1080 })
    expect(picture?.caption).toMatch(/^Поддержка в числах: .+\n1 обращение, решено 0\./)
    expect(picture?.caption).toMatch(/В обещанный срок: 100\s%\./)
    expect(picture?.caption).not.toContain(number)
  })
})

test('where the desk speaks English, so do the numbers', async () => {
  const shop = await openShop({ language: 'en' })
  const vera = await aSupervisor(shop)
  await afterwards(shop, () => shop.group.as(vera).sendText('/stats month'))
  const [picture] = filesOf(shop, vera.messages())
  expect(picture?.caption).toMatch(/^Support in numbers: .+\n0 tickets, 0 resolved\.$/)
})

test('/csv brings a table of the tickets, with nothing of the customer in it', async () => {
  const { shop, agent, write, number, topic } = await openStaffStory({
    description: 'Канарейка не приехала.',
  })
  const vera = await aSupervisor(shop)
  await afterwards(shop, () => agent.sendText('/name Мария', { topic }))
  await afterwards(shop, () => write('Канарейка в пути'))
  await afterwards(shop, () => agent.sendText('/tag срочно брак', { topic }))
  await afterwards(shop, () => shop.group.as(vera).sendText('/csv 3'))
  const [table] = filesOf(shop, vera.messages())
  expect(table?.name).toMatch(/^obrasheniya-\d{4}-\d\d-\d\d\.csv$/)
  const [head = '', row = '', end] = table?.bytes.toString('utf8').split('\r\n') ?? []
  expect(head).toMatch(/^\ufeffНомер;Создано;/)
  expect(row).toMatch(
    new RegExp(
      `^${number};[^;]+;Доставка;[^;]*вовремя;в работе;стандартный;Мария;0;;[^;]+;да;;брак, срочно$`,
    ),
  )
  expect(end).toBe('')
  expect(`${row}${table?.caption}`).not.toMatch(/Канарейка|Анна/)
})

test('an agent who is no administrator is told who sees the numbers', async () => {
  const { shop, oleg, agent, topic, inTopic } = await openStaffStory()
  await afterwards(shop, () => oleg.sendText('/start'))
  for (const command of ['/stats', '/csv']) {
    await afterwards(shop, () => agent.sendText(command, { topic }))
    expect(wordsIn(inTopic().at(-1))).toBe('Числа видят администраторы группы и её владелец.')
  }
  expect(filesOf(shop, oleg.messages())).toEqual([])
})

test('a customer has no such commands', async () => {
  const { shop, anna } = await openStaffStory()
  for (const command of ['/stats', '/csv', '/transcript'])
    await afterwards(shop, () => anna.sendText(command))
  expect(filesOf(shop, anna.messages())).toEqual([])
})

test('other words than days are explained', async () => {
  const shop = await openShop()
  const vera = await aSupervisor(shop)
  for (const words of ['/stats 93', '/stats вчера', '/stats 0', '/stats constructor']) {
    await afterwards(shop, () => shop.group.as(vera).sendText(words))
    expect(wordsIn(shop.group.messages().at(-1))).toContain('week, month или число дней, до 92')
  }
  await afterwards(shop, () => shop.group.as(vera).sendText('/csv 367'))
  expect(wordsIn(shop.group.messages().at(-1))).toContain(
    '/csv можно написать week, month или число дней, до 366',
  )
  expect(filesOf(shop, vera.messages())).toEqual([])
})

test('who never started the bot, or has blocked it, reads in the group what to do', async () => {
  const shop = await openShop()
  const vera = shop.customer('Вера')
  shop.group.join(vera, { as: 'administrator' })
  const asked = await afterwards(shop, () => shop.group.as(vera).sendText('/stats'))
  const told = shop.group.messages().at(-1)
  expect(wordsIn(told)).toMatch(
    /^Вера, бот пока не может писать вам лично: .+«Старт».+\n\nОтчёт приходит только лично/s,
  )
  expect(told?.reply_to_message?.message_id).toBe(asked.message_id)
  await afterwards(shop, () => vera.sendText('/start'))
  await afterwards(shop, () => shop.group.as(vera).sendText('/stats'))
  expect(filesOf(shop, vera.messages())).toHaveLength(1)
  await afterwards(shop, () => vera.block())
  await afterwards(shop, () => shop.group.as(vera).sendText('/stats'))
  expect(wordsIn(shop.group.messages().at(-1))).toContain('повторите команду')
})

test('who writes anonymously is asked to do it by name', async () => {
  const shop = await openShop()
  const vera = await aSupervisor(shop)
  await afterwards(shop, () => shop.group.asAnonymousAdmin(vera).sendText('/stats'))
  expect(wordsIn(shop.group.messages().at(-1))).toMatch(/анонимно|администраторы/)
  expect(filesOf(shop, vera.messages())).toEqual([])
})

test('a group that has some categories only sees the numbers of these; the main one sees all', async () => {
  const shop = await openShop({ groupsFor: { payment: 'supergroup' } })
  const anna = shop.customer()
  await fileTicket(shop, anna)
  const paid = await fileTicket(shop, anna, { category: 'Оплата', problem: /дважды/ })
  const vera = await aSupervisor(shop)
  const gleb = await aSupervisor(shop, 'Глеб', shop.groupFor('payment'))
  await afterwards(shop, () => shop.group.as(vera).sendText('/csv'))
  await afterwards(shop, () => shop.groupFor('payment').as(gleb).sendText('/csv'))
  await afterwards(shop, () => shop.groupFor('payment').as(gleb).sendText('/stats'))
  const rows = (person: typeof vera) =>
    filesOf(shop, person.messages())[0]?.bytes.toString('utf8').trim().split('\r\n')
  expect(rows(vera)).toHaveLength(3)
  expect(rows(gleb)?.slice(1)).toEqual([expect.stringContaining(paid.number)])
  expect(filesOf(shop, gleb.messages())[1]?.caption).toContain('1 обращение')
})

test('a report that can’t be sent is said to be lost, and the next one comes', async () => {
  const shop = await openShop({ mayBeRefused: true })
  const vera = await aSupervisor(shop)
  shop.sim.faults.add({ method: 'sendPhoto', kind: 'refused', words: 'IMAGE_PROCESS_FAILED' })
  await afterwards(shop, () => shop.group.as(vera).sendText('/stats'))
  expect(wordsIn(vera.messages().at(-1))).toContain('собрать или отправить не получилось')
  await afterwards(shop, () => shop.group.as(vera).sendText('/stats'))
  expect(filesOf(shop, vera.messages())).toHaveLength(1)
})
