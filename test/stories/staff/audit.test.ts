import { expect, test } from 'vitest'
import { afterwards } from '../../support/customer-story.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { openStaffStory } from '../../support/staff-story.ts'

for (const group of ['forum', 'supergroup'] as const) {
  test(`in a ${group} a supervisor reads who did what, with before and after and why, the newest first`, async () => {
    const { shop, number, topic, card, agent } = await openStaffStory({ group })
    const vera = shop.sim.createUser({ firstName: 'Вера', languageCode: 'ru' })
    shop.group.join(vera, { as: 'administrator' })
    const supervisor = shop.group.as(vera)
    const place = topic === 0 ? { replyTo: card().message_id } : { topic }
    await afterwards(shop, () => agent.sendText('/name Олег', place))
    await afterwards(shop, () => agent.sendText('/take', place))
    await afterwards(shop, () => agent.sendText('/resolve', place))
    await afterwards(shop, () => supervisor.sendText('/ban 3d оскорбления', place))
    await afterwards(shop, () => supervisor.sendText('/audit', place))
    const log = wordsIn(supervisor.asides().at(-1))
    expect(log).toMatch(
      new RegExp(
        [
          `Вера \\(id \\d+\\), супервайзер: блокировка клиента \\(№ ${number}\\): — → .*\\nПричина: оскорбления`,
          `Олег \\(id \\d+\\), № ${number}: статус в работе → решено`,
          `№ ${number}: ответственный — → Олег`,
          'сотрудник: имя для клиентов: — → Олег',
          `клиент, № ${number}: обращение отправлено`,
        ].join('[\\s\\S]*'),
      ),
    )
    await afterwards(shop, () => supervisor.sendText(`/audit ${number}`))
    const own = wordsIn(supervisor.asides().at(-1))
    expect(own).toContain(`Журнал обращения № ${number}`)
    expect(own).not.toContain('имя для клиентов')
    expect(own).toContain('оскорбления')
    expect(shop.group.screen()).not.toContain('Журнал')
  })
}

test('whatever was done with a ticket stands there in words', async () => {
  const { shop, anna, number, topic, agent, write } = await openStaffStory()
  const vera = shop.sim.createUser({ firstName: 'Вера', languageCode: 'ru' })
  shop.group.join(vera, { as: 'administrator' })
  const supervisor = shop.group.as(vera)
  const work = ['/priority complex', '/tag брак', '/transfer Оплата — вопрос о деньгах']
  for (const command of work) await afterwards(shop, () => write(command))
  const duplicate = await fileTicket(shop, anna, { description: 'Пишу ещё раз о том же самом заказе.' })
  const place = duplicate.topic === undefined ? {} : { topic: duplicate.topic }
  await afterwards(shop, () => agent.sendText(`/merge ${number}`, place))
  await afterwards(shop, () => supervisor.sendText(`/audit ${number}`, { topic }))
  const log = wordsIn(supervisor.asides().at(-1))
  for (const words of [
    ': приоритет стандартный → сложный',
    ': метки — → брак',
    ': перенесено: Доставка › ',
    ' → Оплата › ',
    ': передано: вопрос о деньгах',
    `: присоединено обращение № ${duplicate.number}`,
  ])
    expect(log).toContain(words)
  await afterwards(shop, () => supervisor.sendText(`/audit ${duplicate.number}`, { topic }))
  expect(wordsIn(supervisor.asides().at(-1))).toContain(`: объединено с № ${number}`)
})

test('pages are turned over in place', async () => {
  const { shop, topic, agent } = await openStaffStory()
  const vera = shop.sim.createUser({ firstName: 'Вера', languageCode: 'ru' })
  shop.group.join(vera, { as: 'administrator' })
  const supervisor = shop.group.as(vera)
  for (let n = 1; n <= 9; n += 1) await afterwards(shop, () => agent.sendText(`/name Имя${n}`, { topic }))
  await afterwards(shop, () => supervisor.sendText('/audit', { topic }))
  const shown = () => supervisor.asides().map(wordsIn)
  expect(shown()).toHaveLength(1)
  expect(shown()[0]).toContain('→ Имя9')
  await afterwards(shop, () => supervisor.tap('Старше ›'))
  expect(shown()).toHaveLength(1)
  expect(shown()[0]).toContain('→ Имя1')
  expect(shown()[0]).not.toContain('→ Имя9')
  await afterwards(shop, () => supervisor.tap('‹ Новее'))
  expect(shown()[0]).toContain('→ Имя9')
})

test('in a private chat the buttons work as well, for who is still a supervisor', async () => {
  const { shop, topic, agent } = await openStaffStory({ ephemeralMessages: false })
  const vera = shop.sim.createUser({ firstName: 'Вера', languageCode: 'ru' })
  shop.group.join(vera, { as: 'administrator' })
  const supervisor = shop.group.as(vera)
  await afterwards(shop, () => vera.sendText('/start'))
  for (let n = 1; n <= 9; n += 1) await afterwards(shop, () => agent.sendText(`/name Имя${n}`, { topic }))
  await afterwards(shop, () => supervisor.sendText('/audit', { topic }))
  await afterwards(shop, () => vera.tap('Старше ›'))
  expect(wordsIn(vera.lastMessage())).toContain('→ Имя1')
  const { message_id: answer } = vera.lastMessage() ?? { message_id: 0 }
  const data = vera.buttons(answer)[0]?.callback_data ?? ''

  await afterwards(shop, () => shop.group.leave(vera))
  const late = vera.tapData(answer, data)
  await shop.settled()
  expect((await late.answer()).text).toContain('сотрудник')
  expect(wordsIn(vera.lastMessage())).toContain('→ Имя1')

  const anna = shop.customer('Пётр')
  await afterwards(shop, () => anna.sendText('/start'))
  const forged = anna.tapData(anna.lastMessage()?.message_id ?? 0, data)
  await shop.settled()
  expect((await forged.answer()).text).toContain('сотрудник')
  expect(anna.screen()).not.toContain('Имя')
})

test('an agent reads no log, and nobody reads another group’s', async () => {
  const { shop, topic, agent, number } = await openStaffStory({ groupsFor: { payment: 'forum' } })
  await afterwards(shop, () => agent.sendText('/audit', { topic }))
  expect(wordsIn(agent.asides().at(-1))).toContain('могут супервайзеры')
  const vera = shop.sim.createUser({ firstName: 'Вера', languageCode: 'ru' })
  const other = shop.groupFor('payment')
  other.join(vera, { as: 'administrator' })
  await afterwards(shop, () => other.as(vera).sendText('/audit'))
  expect(wordsIn(other.as(vera).asides().at(-1))).toContain('ничего не происходило')
  await afterwards(shop, () => other.as(vera).sendText(`/audit ${number}`))
  expect(wordsIn(other.as(vera).asides().at(-1))).toContain('Напишите номер обращения')
})
