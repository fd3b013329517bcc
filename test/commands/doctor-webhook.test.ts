import { describe, expect, test } from 'vitest'
import { checkWebhook } from '../../src/commands/doctor/check-webhook.ts'
import { lineOf } from '../../src/commands/doctor/finding.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { createTransport } from '../../src/telegram/transport.ts'
import { call, ok } from '../simulator/bot-side.ts'
import { aDesk } from '../support/examined-desk.ts'

describe('the webhook against the settings', () => {
  const HOOK = 'https://desk.example/hook'
  const look = async (sim: Simulator, url: string | null) =>
    (await checkWebhook(createTransport(sim.token, sim.url), url, new Date())).map(lineOf).join('\n')

  test('is well where both agree', async () => {
    const { sim } = await aDesk()
    await ok(sim, 'setWebhook', { url: HOOK })
    expect(await look(sim, HOOK)).toMatch(/^ok {7}webhook: Telegram sends updates to the address/)
  })

  test('is named where it is not set, or leads elsewhere', async () => {
    const { sim } = await aDesk()
    expect(await look(sim, HOOK)).toMatch(/^warning {2}webhook: none is set at Telegram; start the bot/)
    await ok(sim, 'setWebhook', { url: 'https://other.example/secret-path' })
    expect(await look(sim, HOOK)).toMatch(/^warning {2}webhook: .*another address, at other\.example/)
    expect(await look(sim, HOOK)).not.toContain('secret-path')
  })

  test('is named where Telegram could not bring updates', async () => {
    const { sim } = await aDesk()
    const closed = 'http://127.0.0.1:1/hook'
    expect(await call(sim, 'setWebhook', { url: closed })).toMatchObject({ ok: true })
    sim.createUser({ firstName: 'Анна' }).sendText('Здравствуйте')
    await sim.waitFor(() => sim.world.updates.webhook.info().last_error_date !== undefined, {
      what: 'a delivery that failed',
    })
    expect(await look(sim, closed)).toMatch(/^warning {2}webhook: Telegram could not bring updates at .*PORT/)
  })
})
