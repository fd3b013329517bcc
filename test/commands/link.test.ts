import { expect, test } from 'vitest'
import { readStartLink } from '../../src/telegram/start-link.ts'
import { aDesk, type Place } from '../support/examined-desk.ts'
import { runCommand } from '../support/run-command.ts'

const SECRET = 'a-secret-that-nobody-can-guess'

const run = (place: Place, ...args: string[]) =>
  runCommand('link', place.dataDir, { ...place.settings, LINK_SECRET: SECRET }, args)

test('a link with all that was asked for, good for a day', async () => {
  const place = await aDesk({ botUsername: 'shop_desk_bot' })
  const { code, output } = await run(
    place,
    '--customer=4711',
    '--order=12345678-0001',
    '--topic=delivery/late',
  )
  expect({ code, output }).toMatchObject({ code: 0 })
  const [, bot, payload = ''] = /https:\/\/t\.me\/(\w+)\?start=(\S+)/.exec(output) ?? []
  expect(bot).toBe('shop_desk_bot')
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  expect(readStartLink(SECRET, payload, inHours(23.9))).toEqual({
    shopCustomerId: '4711',
    orderNumber: '12345678-0001',
    topic: 'delivery/late',
  })
  expect(readStartLink(SECRET, payload, inHours(24.1))).toEqual({ refused: 'expired' })
})

test('every mistake is told at once, and there is no link', async () => {
  const { code, output } = await run(await aDesk(), '--order=X', '--topic=delivery/none', '--hours=soon')
  expect(code).toBe(1)
  expect(
    output
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 7)),
  ).toEqual(['--hours', '--order', '--topic'])
})

test('without LINK_SECRET it says what to write', async () => {
  const place = await aDesk()
  const { code, output } = await runCommand('link', place.dataDir, place.settings)
  expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('LINK_SECRET=') })
})
