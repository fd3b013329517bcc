import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packStartLink, readStartLink, StartLinkError } from '../../src/telegram/start-link.ts'

const SECRET = 'a-secret-that-nobody-can-guess'
const NOW = new Date('2026-11-24T09:00:00Z')
const TOMORROW = new Date('2026-11-25T09:00:00Z')
const LINK = { shopCustomerId: '47110815', orderNumber: '12345678-0001', topic: 'delivery' }

const word = fc.option(fc.stringMatching(/^[\w./-]{1,9}$/), { nil: null })
const links = fc.record({ shopCustomerId: word, orderNumber: word, topic: word })

describe('a link of the shop’s site', () => {
  test('tells what was put in, within the characters Telegram takes', () => {
    fc.assert(
      fc.property(links, (link) => {
        const payload = packStartLink(SECRET, link, TOMORROW)
        expect(payload).toMatch(/^[\w-]{1,64}$/)
        expect(readStartLink(SECRET, payload, NOW)).toEqual(link)
      }),
    )
  })

  test('is what three lines of the shop’s own program make', () => {
    const data = `${Math.floor(TOMORROW.getTime() / 1000).toString(36)}|47110815|12345678-0001|delivery`
    const signature = createHmac('sha256', SECRET).update(data).digest().subarray(0, 9)
    const payload = Buffer.concat([signature, Buffer.from(data)]).toString('base64url')
    expect(packStartLink(SECRET, LINK, TOMORROW)).toBe(payload)
  })

  test('counts for nothing once a single character is another', () => {
    const payload = packStartLink(SECRET, LINK, TOMORROW)
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.constantFrom(...'AZaz09-_'), (at, letter) => {
        const forged = payload.slice(0, at) + letter + payload.slice(at + 1)
        // The last character may hold bits that no byte has.
        fc.pre(!Buffer.from(forged, 'base64url').equals(Buffer.from(payload, 'base64url')))
        expect(readStartLink(SECRET, forged, NOW)).toEqual({ refused: 'forged' })
      }),
    )
  })

  test('counts for nothing with another secret, after its time, and when it is no link at all', () => {
    const payload = packStartLink(SECRET, LINK, TOMORROW)
    expect(readStartLink('another-secret-of-somebody', payload, NOW)).toEqual({ refused: 'forged' })
    expect(readStartLink(SECRET, payload, TOMORROW)).toEqual({ refused: 'expired' })
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), (text) => {
        expect(readStartLink(SECRET, text, NOW)).toEqual({ refused: 'forged' })
      }),
    )
  })

  test('is refused where it does not fit or would be read otherwise', () => {
    const long = { ...LINK, topic: 'delivery/no-courier-came' }
    expect(() => packStartLink(SECRET, long, TOMORROW)).toThrow(/bytes too long/)
    expect(() => packStartLink(SECRET, { ...LINK, orderNumber: '1|2' }, TOMORROW)).toThrow(StartLinkError)
  })
})
