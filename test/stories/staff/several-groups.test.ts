import { expect, test } from 'vitest'
import type { Group } from '../../../src/simulator/driver/group.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'
import { findMessage } from '../../support/staff-story.ts'

const ABOUT_PAYMENT = { category: 'Оплата', problem: /дважды/ }

/** A shop whose payments have agents of their own, with a ticket in either group. */
async function aDividedShop() {
  const shop = await openShop({ groupsFor: { payment: 'supergroup' } })
  const payments = shop.groupFor('payment')
  const [anna, boris] = [shop.customer('Анна'), shop.customer('Борис')]
  const late = await fileTicket(shop, anna)
  const charged = await fileTicket(shop, boris, ABOUT_PAYMENT)
  const oleg = shop.agent('Олег')
  const vera = shop.customer('Вера')
  payments.join(vera)
  return { shop, payments, anna, boris, late, charged, oleg, vera }
}

const cardIn = (group: Group, { number }: { number: string }) =>
  findMessage(group.messages(), `№ ${number} ·`)
const refusals = (shop: Shop) => shop.sim.calls.filter((call) => !call.ok)

test('each category’s tickets go to its own group, a forum or not, and are answered there', async () => {
  const { shop, payments, anna, boris, late, charged, oleg, vera } = await aDividedShop()
  expect(shop.group.screen()).not.toContain(charged.number)
  expect(payments.screen()).not.toContain(late.number)

  shop.group.as(oleg).sendText('Про доставку', { topic: late.topic ?? 0 })
  payments.as(vera).sendText('Про деньги', { replyTo: cardIn(payments, charged).message_id })
  await shop.settled()
  expect(anna.screen()).toContain('Про доставку')
  expect(boris.screen()).toContain('Про деньги')

  boris.sendText('Спасибо, жду возврата')
  await shop.settled()
  expect(findMessage(payments.messages(), 'жду возврата')).toBeDefined()
  expect(shop.group.screen()).not.toContain('жду возврата')
  expect(refusals(shop)).toEqual([])
})

test('an agent of one group is nobody in the other', async () => {
  const { shop, payments, boris, charged, oleg } = await aDividedShop()
  const card = cardIn(payments, charged)
  const resolve = card.reply_markup?.inline_keyboard.flat().at(-1)?.callback_data ?? ''
  // A forged tap: Oleg has never been in that group.
  const answer = await shop.group
    .as(oleg)
    .tapData(cardIn(shop.group, await anotherTicket(shop)).message_id, resolve)
    .answer()
  expect(answer.text).toBe('Эта кнопка больше не действует')
  // Nor does the number lead there.
  shop.group.as(oleg).sendText(`/resolve ${charged.number}`)
  await shop.settled()
  expect(boris.screen()).not.toContain('решено')
})

const anotherTicket = (shop: Shop) => fileTicket(shop, shop.customer('Глеб'))

test('each group reads for itself what it lacks, and has the agents’ commands', async () => {
  const { shop, payments } = await aDividedShop()
  payments.promoteBot('member')
  await shop.settled()
  expect(findMessage(payments.messages(), 'Сделайте его администратором снова')).toBeDefined()
  expect(shop.group.screen()).not.toContain('Сделайте его администратором снова')
  const menus = shop.sim.world.commands.filter(({ scope }) => scope.type === 'all_group_chats')
  expect(menus.map(({ commands }) => commands.map(({ command }) => command))).toContainEqual(
    expect.arrayContaining(['take', 'resolve', 'retract']),
  )
  expect(shop.sim.calls.filter((call) => call.method === 'leaveChat')).toEqual([])
})
