import { expect, it } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

it('work on the embedded database lets timers have their turn', async () => {
  const { stores } = await openTestDatabase('sqlite')
  let fired = false
  const timer = setTimeout(() => {
    fired = true
  }, 1)
  const started = performance.now()
  while (!fired && performance.now() - started < 5_000) await stores.conversations.read('key')
  clearTimeout(timer)
  expect(fired).toBe(true)
})
