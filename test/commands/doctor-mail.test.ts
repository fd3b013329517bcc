import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { aDesk, examine } from '../support/examined-desk.ts'
import { freePort } from '../support/free-port.ts'
import { startMailServer } from '../support/mail-server.ts'

const PASSWORD = 'canary-password'

async function mailLine(url: string): Promise<string> {
  const place = await aDesk()
  const settings = { ...place.settings, SMTP_URL: url, MAIL_FROM: 'Shop <support@shop.example>' }
  const { lines } = await examine({ ...place, settings })
  expect(lines.join('\n')).not.toContain(PASSWORD)
  const line = lines.find((one) => / mail: /.test(one))
  if (line === undefined) throw new Error(`Nothing of mail in\n${lines.join('\n')}`)
  return line
}

const withLogIn = (url: string) => url.replace('//', `//shop:${PASSWORD}@`)

test('a mail server that lets the bot in is well, and is mailed nothing', async () => {
  const server = await startMailServer()
  expect(await mailLine(withLogIn(server.url))).toMatch(/^ok +mail: 127\.0\.0\.1:\d+ lets the bot in\.$/)
  expect(server.taken).toEqual([])
})

test('a log-in that is refused is named with its mend', async () => {
  const server = await startMailServer()
  server.refuse('log-in', 535)
  expect(await mailLine(withLogIn(server.url))).toMatch(/^problem +mail: .* refuses the log-in; correct user/)
})

test('a port at which nothing listens is named', async () => {
  expect(await mailLine(`smtp://127.0.0.1:${await freePort()}`)).toMatch(
    /^problem +mail: nothing listens at .*; correct the port/,
  )
})

test('a host that does not exist is named', async () => {
  expect(await mailLine('smtp://mail.shop.invalid:587')).toMatch(
    /^problem +mail: there is no host of the name in mail\.shop\.invalid:587; correct the host/,
  )
})

test('a certificate that nobody vouches for is named', async () => {
  const server = await startMailServer({ disabledCommands: [] })
  expect(await mailLine(server.url)).toMatch(/^problem +mail: .* shows a certificate that does not hold/)
})

test('encryption from the start, where the server begins without it, is named', async () => {
  const server = await startMailServer()
  expect(await mailLine(server.url.replace('smtp:', 'smtps:'))).toMatch(
    /^problem +mail: no encrypted connection with .*; write smtps:/,
  )
})

test('a server that takes the connection and says nothing is named', async () => {
  const silent = createServer()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void silent.close())
  const { port } = silent.address() as { port: number }
  expect(await mailLine(`smtp://127.0.0.1:${port}`)).toMatch(/^problem +mail: .* does not answer; check host/)
})
