import { expect, onTestFinished, test } from 'vitest'
import { createDrivenClock } from '../../src/simulator/clock.ts'
import type { Switch } from '../../src/simulator/playground/room.ts'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { openPanel } from './open-panel.ts'
import { describeInBrowser, LAYOUTS, openPage, servePage } from './open-playground.ts'
import { phoneOnPage } from './phone-on-page.ts'

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

/** Makes a link that breaks nowhere by itself. */
function aLinkMaker(url: string): Switch {
  let made = ''
  return {
    id: 'link',
    label: { ru: 'Ссылка из магазина', en: 'A link of the shop' },
    hint: { ru: 'Откройте её на телефоне.', en: 'Open it on a phone.' },
    state: () => (made === '' ? null : { words: { ru: made, en: made } }),
    async run() {
      made = url
    },
  }
}

/** As far as it is looked at in the browser. */
interface Sized {
  readonly scrollWidth: number
  readonly clientWidth: number
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
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    const controls = page.getByRole('complementary', { name: 'Controls' })
    await controls.getByRole('button', { name: 'Put the lamp out' }).waitFor()
    await controls.getByText('It gets dark.').waitFor()
    await controls.getByText(/put out May 10, 06:30.AM/).waitFor()
  })

  test.each(LAYOUTS)('%s: a link to the bot is wrapped, copied, and opened by Anna', async (layout) => {
    const sim = await startSimulator()
    onTestFinished(() => sim.stop())
    const anna = sim.createUser({ firstName: 'Анна' })
    const payload = 'a1-'.repeat(21)
    const link = `https://t.me/${sim.world.bot.username}?start=${payload}`
    const { url } = await servePage(sim, { switches: [aLinkMaker(link)] })
    const page = await openPage(url, { layout, permissions: ['clipboard-read', 'clipboard-write'] })
    const panel = await openPanel(page, 'Сервер')
    await panel.getByRole('button', { name: 'Ссылка из магазина' }).click()
    await panel.getByText(link).waitFor()
    const widthOf = ({ scrollWidth, clientWidth }: Sized) => scrollWidth - clientWidth
    expect(await panel.getByRole('tabpanel').evaluate(widthOf)).toBe(0)

    await panel.getByRole('button', { name: 'Скопировать ссылку' }).click()
    await panel.getByText('Скопировано.').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(link)
    await panel.getByRole('button', { name: 'Открыть на телефоне: Анна' }).click()
    const begun = () => anna.messages().some(({ text }) => text === `/start ${payload}`)
    await sim.waitFor(begun, { what: 'the chat begun by the link' })
    const phone = phoneOnPage(page, 'left', layout)
    await phone.message(`/start ${payload}`).waitFor()
  })
})
