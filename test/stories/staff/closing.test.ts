import { expect, test } from 'vitest'
import { tapShown } from '../../support/file-ticket.ts'
import { wordsIn } from '../../support/message-words.ts'
import { createShiftingClock, DAY_MS } from '../../support/shifting-clock.ts'
import { openStaffStory, type StaffStory } from '../../support/staff-story.ts'

async function resolved(story: StaffStory): Promise<void> {
  story.agent.sendText('/resolve', { topic: story.topic })
  await story.shop.settled()
}

test.each(['forum', 'supergroup'] as const)(
  'in a %s: “solved” by the customer closes the ticket, and both sides see it',
  async (group) => {
    const story = await openStaffStory({ group })
    story.write('/resolve')
    await story.shop.settled()
    await tapShown(story.shop, story.anna, 'Вопрос решён')
    await story.shop.settled()
    expect(wordsIn(story.card())).toMatch(/· закрыто\n/)
    expect(story.anna.screen()).toContain(`№ ${story.number} закрыто`)
    if (group === 'forum') expect(story.shop.group.topics()[0]?.name).toMatch(`✅ ${story.number} · `)
    else expect(story.shop.group.screen()).toContain(`Обращение № ${story.number} закрыто`)
  },
)

test('silence closes a resolved ticket after the window, not before; a later message is offered a new one', async () => {
  const clock = createShiftingClock()
  const story = await openStaffStory({ clock })
  const { shop, anna, card, number } = story
  await resolved(story)
  clock.leap(6 * DAY_MS)
  await shop.desk().sweep()
  await shop.settled()
  expect(wordsIn(card())).toMatch(/· решено\n/)
  clock.leap(1.1 * DAY_MS)
  await shop.desk().sweep()
  await shop.desk().sweep()
  await shop.settled()
  expect(wordsIn(card())).toMatch(/· закрыто\n/)
  const closed = anna.messages().filter((message) => message.text?.includes(`№ ${number} закрыто`))
  expect(closed).toHaveLength(1)
  anna.sendText('А всё-таки не привезли', { replyTo: closed[0]?.message_id ?? 0 })
  await shop.settled()
  expect(anna.screen()).toContain(`Обращение № ${number} завершено. Создать новое`)
  expect(shop.group.screen()).not.toContain('всё-таки')
})

test('a customer who writes within the window gets the ticket reopened instead', async () => {
  const clock = createShiftingClock()
  const story = await openStaffStory({ clock })
  await resolved(story)
  clock.leap(6.5 * DAY_MS)
  story.anna.sendText('Опять не приехали')
  await story.shop.settled()
  clock.leap(DAY_MS)
  await story.shop.desk().sweep()
  await story.shop.settled()
  expect(wordsIn(story.card())).toMatch(/· в работе\n/)
  expect(story.shop.group.screen()).toContain('Опять не приехали')
})

/** How often the customer was told that silence is about to close the ticket. */
const warnings = ({ anna }: StaffStory) =>
  anna.messages().filter((message) => /закроем его|we will close it/.test(message.text ?? ''))

test('a silent customer is told once, a day before; what is still open goes on with a tap', async () => {
  const clock = createShiftingClock()
  const story = await openStaffStory({ clock })
  const { shop, anna, number } = story
  const sweepAfter = async (days: number) => {
    clock.leap(days * DAY_MS)
    await shop.desk().sweep()
    await shop.settled()
  }
  await resolved(story)
  await sweepAfter(5.9)
  expect(warnings(story)).toHaveLength(0)
  await sweepAfter(0.2)
  await sweepAfter(0.2)
  await shop.restart()
  await sweepAfter(0.2)
  expect(warnings(story).map(wordsIn)).toEqual([
    expect.stringMatching(new RegExp(`^Обращение № ${number} решено.*закроем его \\d+ .+ \\(МСК\\)`, 's')),
  ])
  await tapShown(shop, anna, 'Ещё не решён')
  await shop.settled()
  // The message that was tapped says so now.
  expect(warnings(story)).toHaveLength(0)
  await sweepAfter(1)
  expect(wordsIn(story.card())).toMatch(/· в работе\n/)
  // Solved anew, the customer has the whole window again, and is told again.
  await resolved(story)
  await sweepAfter(6.1)
  expect(warnings(story)).toHaveLength(1)
})
