import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { call } from '../simulator/bot-side.ts'
import { describeInBrowser, openPage, openPlayground, servePage } from './open-playground.ts'

const NOV_30 = Date.UTC(2026, 10, 30, 12) / 1000

describeInBrowser('dates and numbers on the page', () => {
  test('are in the language of whose phone it is, in a message and where it is quoted', async () => {
    const { shop, page } = await openPlayground({ layout: 'desktop', locale: 'en-US' })
    const anna = page.getByRole('region', { name: /^Left phone/ })
    await anna.getByRole('button', { name: 'Start' }).click()
    await anna.getByText('Здравствуйте').first().waitFor()
    const chatId = [...shop.sim.world.users.values()].find(({ first_name }) => first_name === 'Анна')?.id
    const moment = `<tg-time unix="${NOV_30}" format="D">then</tg-time>`
    const sent = await call(shop.sim, 'sendMessage', {
      ...{ chat_id: chatId, parse_mode: 'HTML', text: `Courier: ${moment}` },
    })
    const message_id = sent.ok ? (sent.result as { message_id: number }).message_id : 0
    await call(shop.sim, 'sendMessage', {
      chat_id: chatId,
      text: 'See above',
      reply_parameters: { message_id },
    })
    await anna.getByRole('article').filter({ hasText: 'Courier: 30 ноября 2026' }).first().waitFor()
    const reply = anna.getByRole('article').filter({ hasText: 'See above' })
    expect(await reply.getByRole('button', { name: /^In reply to/ }).textContent()).toContain(
      '30 ноября 2026',
    )
    await anna.getByText('Сегодня', { exact: true }).waitFor()
  })

  test('are in that language in the size of a file and the shares of a poll', async () => {
    const sim = await startSimulator()
    onTestFinished(() => sim.stop())
    const boris = sim.createUser({ firstName: 'Борис', languageCode: 'ru' })
    const { url } = await servePage(sim)
    const page = await openPage(url, { layout: 'desktop', locale: 'en-US' })
    boris.sendDocument({ fileName: 'receipt.pdf', bytes: Buffer.alloc(1536) })
    boris.sendPoll()
    const phone = page.getByRole('region', { name: 'Left phone: Борис' })
    await phone.getByText('PDF · 1,5 кБ').waitFor()
    await phone.getByText('0\u00a0%').first().waitFor()
  })
})
