import { describe, expect, test } from 'vitest'
import { call, ok } from '../simulator/bot-side.ts'
import { aDesk, examine, type Place } from '../support/examined-desk.ts'

describe('the webhook against the settings', () => {
  const HOOK = 'https://desk.example/hook'
  const look = async (place: Place, url: string) => {
    const webhook = { WEBHOOK_URL: url, WEBHOOK_SECRET: 'canary-secret', PORT: '8080' }
    const { lines } = await examine({ ...place, settings: { ...place.settings, ...webhook } })
    expect(lines.join('\n')).not.toMatch(/canary-secret|secret-path/)
    return lines.find((line) => line.includes('  webhook: '))
  }

  test('is well where both agree', async () => {
    const place = await aDesk()
    const { sim } = place
    await ok(sim, 'setWebhook', { url: HOOK })
    expect(await look(place, HOOK)).toMatch(/^ok {7}webhook: Telegram sends updates to the address/)
  })

  test('is named where it is not set, or leads elsewhere', async () => {
    const place = await aDesk()
    const { sim } = place
    expect(await look(place, HOOK)).toMatch(/^warning {2}webhook: none is set at Telegram; start the bot/)
    await ok(sim, 'setWebhook', { url: 'https://other.example/secret-path' })
    expect(await look(place, HOOK)).toMatch(/^warning {2}webhook: .*another address, at other\.example/)
  })

  test('is named where Telegram could not bring updates', async () => {
    const place = await aDesk()
    const { sim } = place
    const closed = 'http://127.0.0.1:1/hook'
    expect(await call(sim, 'setWebhook', { url: closed })).toMatchObject({ ok: true })
    sim.createUser({ firstName: 'Анна' }).sendText('Здравствуйте')
    await sim.waitFor(() => sim.world.updates.webhook.info().last_error_date !== undefined, {
      what: 'a delivery that failed',
    })
    expect(await look(place, closed)).toMatch(
      /^warning {2}webhook: Telegram could not bring updates at .*PORT/,
    )
  })
})
