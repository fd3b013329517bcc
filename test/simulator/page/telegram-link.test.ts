import { expect, test } from 'vitest'
import { safeUrl, telegramTarget } from '../../../src/simulator/page/chat/telegram-link.ts'

test('a link that could do harm is none', () => {
  expect(safeUrl('javascript:alert(1)')).toBeNull()
  expect(safeUrl('data:text/html,x')).toBeNull()
  expect(safeUrl('https://')).toBeNull()
  expect(safeUrl('shop.example/return')).toBe('https://shop.example/return')
  expect(safeUrl('mailto:help@shop.example')).toBe('mailto:help@shop.example')
})

test('a link to the bot begins the chat with it', () => {
  const url = 'https://t.me/desk_bot?start=abc'
  expect(telegramTarget(url, 'desk_bot')).toEqual({ to: 'bot', url })
  expect(telegramTarget('tg://resolve?domain=Desk_Bot&start=abc', 'desk_bot')).toEqual({
    to: 'bot',
    url: 'https://t.me/Desk_Bot?start=abc',
  })
  expect(telegramTarget('https://t.me/other_bot?start=abc', 'desk_bot')).toBeNull()
  expect(telegramTarget('https://t.me.example/desk_bot', 'desk_bot')).toBeNull()
  expect(telegramTarget('https://t.me/desk_bot', undefined)).toBeNull()
})

test('a link to a message of a supergroup leads to it, in a topic or not', () => {
  const target = { to: 'message', chatId: -1001234567890, messageId: 45 }
  expect(telegramTarget('https://t.me/c/1234567890/45', 'desk_bot')).toEqual(target)
  expect(telegramTarget('https://t.me/c/1234567890/7/45', 'desk_bot')).toEqual(target)
  expect(telegramTarget('https://t.me/c/1234567890', 'desk_bot')).toBeNull()
})
