import { expect, onTestFinished, test } from 'vitest'
import { createDrivenClock } from '../../src/simulator/clock.ts'
import type { Switch } from '../../src/simulator/playground/room.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { openPanel } from './open-panel.ts'
import { describeInBrowser, openPage, servePage } from './open-playground.ts'

/** A lamp that can be put out once. */
function aLamp(now: () => number): Switch {
  let outSince: number | null = null
  return {
    id: 'lamp',
    label: { ru: 'Погасить лампу', en: 'Put the lamp out' },
    hint: { ru: 'Станет темно.', en: 'It gets dark.' },
    state: () =>
      outSince === null
        ? null
        : { words: { ru: 'погашена {moment}', en: 'put out {moment}' }, moment: outSince },
    isUsable: () => outSince === null,
    async run() {
      outSince = now()
    },
  }
}

describeInBrowser('a switch of whoever runs the playground', () => {
  test('speaks the language of the page, tells the playground’s time, and rests while it is of no use', async () => {
    const clock = createDrivenClock(Date.UTC(2031, 4, 9, 20, 30))
    const sim = await startSimulator({ clock })
    onTestFinished(() => sim.stop())
    sim.createUser({ firstName: 'Анна' })
    const { url } = await servePage(sim, { switches: [aLamp(clock.now)] })
    const page = await openPage(url, { layout: 'desktop', timezoneId: 'Asia/Vladivostok' })
    const panel = await openPanel(page, 'Сервер')
    const lamp = panel.getByRole('button', { name: 'Погасить лампу' })
    expect(await lamp.isEnabled()).toBe(true)
    await lamp.focus()
    await page.keyboard.press('Enter')
    await panel.getByText('погашена 10 мая, 06:30').waitFor()
    expect(await lamp.isDisabled()).toBe(true)
    // Whoever has pressed it by the keyboard goes on from there.
    expect(await lamp.and(page.locator(':focus')).count()).toBe(1)

    await page.getByRole('button', { name: 'Оформление, Язык страницы' }).click()
    await page.getByRole('button', { name: 'English' }).click()
    const controls = page.getByRole('complementary', { name: 'Controls' })
    await controls.getByRole('button', { name: 'Put the lamp out' }).waitFor()
    await controls.getByText('It gets dark.').waitFor()
    await controls.getByText(/put out May 10, 06:30.AM/).waitFor()
  })
})
