import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { ok } from '../simulator/bot-side.ts'
import { describeInBrowser, LAYOUTS, openPage, servePage } from './open-playground.ts'
import { phoneOnPage } from './phone-on-page.ts'

describeInBrowser('a bot that asks for a reply', () => {
  test.each(LAYOUTS)('%s: has it begun, once, and what is given up stays so', async (layout) => {
    const sim = await startSimulator()
    onTestFinished(() => sim.stop())
    const anna = sim.createUser({ firstName: 'Анна' })
    anna.sendText('/start')
    const { url } = await servePage(sim)
    const phone = phoneOnPage(await openPage(url, { layout }), 'left', layout)
    const asks = (text: string) => {
      const reply_markup = { force_reply: true, input_field_placeholder: 'Что добавить' }
      return ok(sim, 'sendMessage', { chat_id: anna.chatId, text, reply_markup })
    }
    await asks('Что добавить к обращению?')
    const giveUp = phone.region.getByRole('button', { name: 'Не отвечать на него' })
    await giveUp.waitFor()
    expect(await phone.field.getAttribute('placeholder')).toBe('Что добавить')
    await phone.say('Чек')
    await sim.waitFor(() => anna.messages().at(-1)?.text === 'Чек', { what: 'the reply' })
    expect(anna.messages().at(-1)?.reply_to_message?.text).toBe('Что добавить к обращению?')
    await giveUp.waitFor({ state: 'detached' })

    await asks('Что ещё?')
    await giveUp.click()
    await giveUp.waitFor({ state: 'detached' })
    await phone.say('Ничего')
    await sim.waitFor(() => anna.messages().at(-1)?.text === 'Ничего', { what: 'the message' })
    expect(anna.messages().at(-1)?.reply_to_message).toBeUndefined()
  })
})
