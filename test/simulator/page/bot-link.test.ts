import { expect, test } from 'vitest'
import { botLinkIn } from '../../../src/simulator/page/panels/bot-link-in.ts'

test('a link to the bot is found among other words, one to another bot or site is none', () => {
  const link = 'https://t.me/shop_bot?start=abc-1_2'
  expect(botLinkIn(`made just now: ${link} (for Anna)`, 'Shop_bot')).toBe(link)
  expect(botLinkIn(link, 'other_bot')).toBeUndefined()
  expect(botLinkIn('running since 10:00, https://shop.example/?start=1', 'shop_bot')).toBeUndefined()
  expect(botLinkIn(link, undefined)).toBeUndefined()
})
