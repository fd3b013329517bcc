import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { aDesk, examine } from '../support/examined-desk.ts'
import { freePort } from '../support/free-port.ts'

const EVENTS_SECRET = `whsec_${'A'.repeat(44)}`

async function eventLines(url: string | undefined): Promise<readonly string[]> {
  const place = await aDesk()
  const more = url === undefined ? {} : { EVENTS_URL: url, EVENTS_SECRET }
  const { lines } = await examine({ ...place, settings: { ...place.settings, ...more } })
  expect(lines.join('\n')).not.toMatch(/canary|AAAA/)
  return lines.filter((line) => / events: /.test(line))
}

test('a receiver of events that is there is well, whatever it answers, and is told no event', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers['webhook-id']}`)
    response.writeHead(405).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  expect(await eventLines(`http://127.0.0.1:${port}/canary`)).toEqual([
    expect.stringMatching(/^ok +events: 127\.0\.0\.1:\d+ is there\.$/),
  ])
  expect(asked).toEqual(['HEAD undefined'])
})

test('one that is not there is named with its mend; without one nothing is said', async () => {
  expect(await eventLines(`http://127.0.0.1:${await freePort()}/canary`)).toEqual([
    expect.stringMatching(/^problem +events: .* can not be reached; check EVENTS_URL/),
  ])
  expect(await eventLines(undefined)).toEqual([])
})
