import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { ok } from '../simulator/bot-side.ts'
import { describeInBrowser, LAYOUTS, openPage, servePage } from './open-playground.ts'
import { phoneOnPage } from './phone-on-page.ts'

const COMMANDS = [
  { command: 'retract', description: 'Отозвать ответ' },
  { command: 'retry', description: 'Повторить' },
]

describeInBrowser('a command chosen from the list', () => {
  test.each(LAYOUTS)('%s: is the reply that was begun, which stays in sight', async (layout) => {
    const sim = await startSimulator()
    onTestFinished(() => sim.stop())
    const anna = sim.createUser({ firstName: 'Анна' })
    anna.sendText('Здравствуйте')
    await ok(sim, 'setMyCommands', { commands: COMMANDS })
    const { url } = await servePage(sim)
    const phone = phoneOnPage(await openPage(url, { layout }), 'left', layout)
    const sent = async (count: number) => {
      const written = () => anna.messages().filter(({ text }) => text === '/retract')
      await sim.waitFor(() => written().length === count, { what: 'the command' })
      return written().at(-1)?.reply_to_message?.text
    }
    const begin = async (question: string) => {
      await ok(sim, 'sendMessage', { chat_id: anna.chatId, text: question })
      await phone.chooseFor(question, 'Ответить')
      await phone.field.fill('/ret')
      await phone.region.getByRole('option').first().waitFor()
      // It can be pressed, so nothing lies over it.
      await phone.region.getByRole('button', { name: 'Не отвечать на него' }).click({ trial: true })
    }

    await begin('Первый ответ?')
    await phone.region.getByRole('option', { name: '/retract' }).click()
    expect(await sent(1)).toBe('Первый ответ?')
    await begin('Второй ответ?')
    await phone.field.press('Enter')
    expect(await sent(2)).toBe('Второй ответ?')
    expect(await phone.field.inputValue()).toBe('')
    await phone.region.getByText('Ответ:').waitFor({ state: 'detached' })
  })

  test('is not offered while a message is edited', async () => {
    const sim = await startSimulator()
    onTestFinished(() => sim.stop())
    const anna = sim.createUser({ firstName: 'Анна' })
    const { message_id } = anna.sendText('Здравствуйте')
    await ok(sim, 'setMyCommands', { commands: COMMANDS })
    const { url } = await servePage(sim)
    const phone = phoneOnPage(await openPage(url, { layout: 'desktop' }), 'left', 'desktop')
    await phone.chooseFor('Здравствуйте', 'Изменить')
    await phone.field.fill('/ret')
    expect(await phone.region.getByRole('option').count()).toBe(0)
    await phone.field.press('Enter')
    await sim.waitFor(() => anna.messages().find((each) => each.message_id === message_id)?.text === '/ret')
  })
})
