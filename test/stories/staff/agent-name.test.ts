import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

test('customers see an agent under the name they chose, never under their account', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  agent.sendText('Здравствуйте', { topic })
  await shop.settled()
  expect(wordsIn(findMessage(anna.messages(), 'Здравствуйте'))).toMatch(/^сотрудник поддержки · №/)
  agent.sendText('/name Мария <b>&', { topic })
  agent.sendText('Это снова я', { topic })
  await shop.settled()
  expect(wordsIn(findMessage(anna.messages(), 'Это снова я'))).toMatch(/^Мария <b>& · №/)
  expect(anna.screen()).not.toContain('Олег')
  expect(shop.group.screen()).toContain('«Мария <b>&»')
})

test('a name that is empty, too long or invisible is refused with an example, and the old one stays', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  agent.sendText('/name Мария', { topic })
  const usage = () => inTopic().filter((message) => message.text?.includes('например: /name'))
  for (const name of ['', 'М'.repeat(33), '\u200b\u202e']) agent.sendText(`/name ${name}`, { topic })
  await shop.settled()
  expect(usage()).toHaveLength(3)
  agent.sendText('Здравствуйте', { topic })
  await shop.settled()
  expect(anna.screen()).toContain('Мария · №')
})
