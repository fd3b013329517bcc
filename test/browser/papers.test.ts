import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { AXE_SCRIPT, findBarriers } from './find-barriers.ts'
import { openPanel } from './open-panel.ts'
import { describeInBrowser, LAYOUTS, openPage, servePage } from './open-playground.ts'

describeInBrowser('a text behind the scenes', () => {
  test.each(LAYOUTS)('%s: what is wrong with it is said, and nothing typed is lost', async (layout) => {
    const sim = await startSimulator()
    onTestFinished(() => sim.stop())
    sim.createUser({ firstName: 'Анна' })
    let kept = 'BOX=small'
    const paper = {
      id: 'settings',
      label: { ru: 'Настройки', en: 'Settings' },
      hint: { ru: 'По одной на строку.', en: 'One a line.' },
      read: async () => kept,
      async save(text: string) {
        if (!text.includes('BOX=')) throw new Error('BOX is not set: write its size.\nLID is not set either.')
        kept = text
      },
    }
    const { url } = await servePage(sim, { papers: [paper] })
    const page = await openPage(url, { layout, script: AXE_SCRIPT, reducedMotion: 'reduce' })
    const panel = await openPanel(page, 'Сервер')
    const open = panel.getByRole('button', { name: 'Настройки' })
    await open.click()
    const window = page.getByRole('dialog', { name: 'Настройки' })
    const text = window.getByRole('textbox', { name: 'По одной на строку.' })
    expect(await text.inputValue()).toBe('BOX=small')

    await text.fill('LID=round\n')
    await window.getByRole('button', { name: 'Сохранить и применить' }).click()
    const refusal = window.getByRole('alert').filter({ hasText: 'BOX is not set' })
    expect(await refusal.textContent()).toBe('BOX is not set: write its size.\nLID is not set either.')
    expect(await text.inputValue()).toBe('LID=round\n')
    expect(await findBarriers(page, 'a refused text')).toEqual([])

    await text.fill('LID=round\nBOX=large\n')
    await window.getByRole('button', { name: 'Сохранить и применить' }).click()
    await window.waitFor({ state: 'detached' })
    expect(kept).toBe('LID=round\nBOX=large\n')
    await open.click()
    expect(await text.inputValue()).toBe(kept)
  })

  test('that cannot be saved is only read, in the language of the page', async () => {
    const sim = await startSimulator()
    onTestFinished(() => sim.stop())
    sim.createUser({ firstName: 'Анна' })
    const letters = {
      id: 'letters',
      label: { ru: 'Письма', en: 'Letters' },
      hint: { ru: 'Новые сверху.', en: 'The newest first.' },
      state: () => ({ words: { ru: 'писем: 1', en: 'letters: 1' } }),
      read: async () => ({ ru: 'Кому: anna@example.com', en: 'To: anna@example.com' }),
    }
    const { url } = await servePage(sim, { papers: [letters] })
    const page = await openPage(url, { layout: 'desktop', script: AXE_SCRIPT, reducedMotion: 'reduce' })
    const panel = await openPanel(page, 'Сервер')
    await panel.getByText('писем: 1').waitFor()
    await panel.getByRole('button', { name: 'Письма' }).click()
    const window = page.getByRole('dialog', { name: 'Письма' })
    const text = window.getByRole('textbox', { name: 'Новые сверху.' })
    expect(await text.inputValue()).toBe('Кому: anna@example.com')
    expect(await text.isEditable()).toBe(false)
    expect(await window.getByRole('button').count()).toBe(1)
    expect(await findBarriers(page, 'a text to be read')).toEqual([])
    await window.getByRole('button', { name: 'Закрыть' }).click()
    await window.waitFor({ state: 'detached' })
  })
})
