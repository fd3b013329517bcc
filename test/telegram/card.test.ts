import { expect, test } from 'vitest'
import type { CardForm } from '../../src/app/staff-ports.ts'
import { slaOf } from '../../src/domain/sla.ts'
import { slaRulesOf } from '../../src/domain/sla-rules.ts'
import { richWords } from '../../src/simulator/screen/rich-words.ts'
import { ticketCard, topicMark, topicName } from '../../src/telegram/views/card.ts'
import type { CardSource } from '../../src/telegram/views/card-facts.ts'
import { loadTexts } from '../../src/texts/texts.ts'
import { aTicket, CATALOG, NOW } from '../domain/builders.ts'
import { aCustomer } from '../persistence/fixtures.ts'
import { CALENDARS } from '../support/sla-words.ts'

const textsFor = loadTexts()
const MENU = { open: null, colleagues: [] }
const TICKET = aTicket({
  ...{ status: 'open', orderNumber: '12345678', replyChannel: 'email', replyTo: 'anna@example.com' },
  ...{ assigneeId: 'agent', priority: 'urgent', description: 'Не привезли <вовремя> & молчат' },
})
const FULL: CardSource = {
  ticket: TICKET,
  sla: slaOf(TICKET, [], slaRulesOf(CALENDARS.Russia('Europe/Moscow')), NOW),
  customer: aCustomer({ unreachableSince: NOW, shopCustomerId: 'c-42' }),
  assignee: 'Вера',
  attachments: [],
  order: { found: true, belongs: true, date: '2026-11-12', status: 'В пути', items: ['Чашка'] },
  precededBy: '111222',
  earlier: 3,
  tags: ['брак', 'срочно'],
  mergedInto: '333444',
  tookIn: ['555666'],
  menu: MENU,
}

function words(form: CardForm, source: CardSource): string {
  const card = ticketCard(textsFor('ru'), CATALOG, 'Europe/Moscow', source, form)
  if (form === 'rich') return richWords(card.rich_message as Parameters<typeof richWords>[0])
  return String(card.text)
    .replace(/<\/?(b|code|tg-time)( [^>]*)?>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

/** As a reader takes them in: whatever stands on a line of its own or in a table. */
const facts = (text: string) => text.replace(/[\s|]+/g, ' ').replace(/ ?: ?/g, ' ')

test('the rich and the plain card say the same, word for word', () => {
  for (const source of [
    FULL,
    { ...FULL, customer: aCustomer(), order: null, earlier: 0, tags: [], tookIn: [] },
  ])
    expect(facts(words('rich', source))).toBe(facts(words('plain', source)))
})

test('a card tells at a glance all there is to know', () => {
  const said = words('plain', FULL)
  for (const fact of [
    '№ 482-913 · в работе',
    'Приоритет: срочный',
    'Заказ: 12345678',
    'обращений раньше: 3',
    'Ответственный: Вера',
    'Ответить и на почту: anna@example.com',
    'Метки: #брак #срочно',
    'Клиент заблокировал бота',
    'Продолжение обращения № 111-222',
    'С ним объединено № 555-666',
    'Объединено с № 333-444',
    'Не привезли <вовремя> & молчат',
  ])
    expect(said).toContain(fact)
})

test('a topic’s name has a mark before the number where nobody has to act, and fits with any name', () => {
  const t = textsFor('ru')
  const customer = aCustomer({ firstName: 'А'.repeat(200) })
  const name = (status: 'open' | 'pending' | 'resolved') =>
    topicName(t, CATALOG, aTicket({ status }), customer, topicMark(status))
  expect(name('open')).toMatch(/^482-913 · /)
  expect(name('pending')).toMatch(/^⏳ 482-913 · /)
  expect(name('resolved')).toMatch(/^✅ 482-913 · /)
  expect([...name('pending')].length).toBeLessThanOrEqual(128)
})
