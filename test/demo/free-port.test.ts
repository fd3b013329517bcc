import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { anyFreePort, freePortFrom } from '../../src/demo/free-port.ts'

test('a port that is taken is passed over', async () => {
  const port = await anyFreePort()
  expect(await freePortFrom(port)).toBe(port)
  const other = createServer().listen(port, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  expect(await freePortFrom(port)).toBeGreaterThan(port)
})
