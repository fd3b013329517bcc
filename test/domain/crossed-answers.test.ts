import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CROSSED_WITHIN_MS, crossedAnswer } from '../../src/domain/crossed-answers.ts'
import type { MessageAuthor, TicketMessage } from '../../src/domain/ticket-message.ts'
import { NOW, words } from './builders.ts'

let count = 0
function said(
  author: MessageAuthor,
  agentId: string | null,
  secondsAgo: number,
  retracted = false,
): TicketMessage {
  count += 1
  return {
    id: `m${count}`,
    ticketId: 'ticket',
    author,
    agentId,
    content: { kind: 'text', body: words('words') },
    replyToId: null,
    albumId: null,
    sourceChatId: -1,
    sourceMessageId: count,
    mirrorCallId: null,
    sharesMirror: false,
    createdAt: new Date(NOW.getTime() - secondsAgo * 1000),
    editedAt: null,
    retractedAt: retracted ? NOW : null,
  }
}

const crossed = (...before: TicketMessage[]) => crossedAnswer(before, 'vera', NOW)?.agentId ?? null

test('a colleague’s answer within the last minute is crossed, an older one is known', () => {
  expect(crossed(said('agent', 'oleg', 60))).toBe('oleg')
  expect(crossed(said('agent', 'oleg', 61))).toBeNull()
})

test('nobody is crossed by going on, after the customer’s word, or where the answer was taken back', () => {
  expect(crossed()).toBeNull()
  expect(crossed(said('agent', 'oleg', 9), said('agent', 'vera', 5))).toBeNull()
  expect(crossed(said('agent', 'oleg', 9), said('customer', null, 5))).toBeNull()
  expect(crossed(said('agent', 'oleg', 9, true))).toBeNull()
})

test('a note between two answers hides nothing', () => {
  expect(crossed(said('agent', 'oleg', 9), said('note', 'vera', 5))).toBe('oleg')
})

test('whoever is crossed is a colleague whose answer stands last, a minute old at most', () => {
  const message = fc
    .tuple(
      fc.constantFrom<MessageAuthor>('agent', 'note', 'customer'),
      fc.constantFrom('oleg', 'vera'),
      fc.integer({ min: 0, max: 120 }),
      fc.boolean(),
    )
    .map(([author, agentId, ago, retracted]) =>
      said(author, author === 'customer' ? null : agentId, ago, retracted),
    )
  fc.assert(
    fc.property(fc.array(message), (before) => {
      const found = crossedAnswer(before, 'vera', NOW)
      if (found === null) return
      expect(found.agentId).toBe('oleg')
      expect(NOW.getTime() - found.createdAt.getTime()).toBeLessThanOrEqual(CROSSED_WITHIN_MS)
      const later = before.slice(before.indexOf(found) + 1)
      expect(later.every((one) => one.author === 'note' || one.retractedAt !== null)).toBe(true)
    }),
  )
})
