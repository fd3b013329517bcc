import { expect, test } from 'vitest'
import { wordsIn } from '../../support/message-words.ts'
import { findMessage, openStaffStory } from '../../support/staff-story.ts'

test('an edit on either side is shown on the other, in the same message', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const his = agent.sendText('Привезём в среду', { topic })
  await shop.settled()
  const hers = anna.sendText('Лучше в четверк')
  await shop.settled()
  const [shownHis, shownHers] = [findMessage(anna.messages(), 'в среду'), findMessage(inTopic(), 'в четверк')]
  agent.editText(his.message_id, 'Привезём в пятницу')
  anna.editText(hers.message_id, 'Лучше в четверг')
  await shop.settled()
  const editedHis = findMessage(anna.messages(), 'в пятницу')
  expect(editedHis.message_id).toBe(shownHis.message_id)
  expect(wordsIn(editedHis)).toMatch(/^сотрудник поддержки · № .*\nПривезём/)
  expect(findMessage(inTopic(), 'в четверг').message_id).toBe(shownHers.message_id)
  expect(anna.screen()).not.toContain('в среду')
  expect(shop.group.screen()).not.toContain('четверк')
})

test('a caption that is edited and a photo that is replaced are shown on the other side', async () => {
  const { shop, anna, agent, topic, inTopic } = await openStaffStory()
  const his = agent.sendPhoto({ topic, caption: 'Ваш чек' })
  const hers = anna.sendPhoto({ caption: 'Мой чек' })
  await shop.settled()
  const sizes = (messages: ReturnType<typeof inTopic>, text: string) =>
    findMessage(messages, text).photo?.map((size) => size.file_unique_id)
  const [hisBefore, hersBefore] = [sizes(anna.messages(), 'Ваш чек'), sizes(inTopic(), 'Мой чек')]
  agent.editPhoto(his.message_id)
  anna.editPhoto(hers.message_id, { caption: 'Мой чек, чётче' })
  await shop.settled()
  expect(sizes(anna.messages(), 'Ваш чек')).not.toEqual(hisBefore)
  expect(sizes(inTopic(), 'Мой чек, чётче')).not.toEqual(hersBefore)
  agent.editCaption(his.message_id, 'Ваш чек за май')
  await shop.settled()
  expect(wordsIn(findMessage(anna.messages(), 'за май'))).toMatch(/^сотрудник поддержки · №/)
})

test('editing the longest text changes the text, not the line with the name', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const his = agent.sendText(`${'д'.repeat(4090)}конец`, { topic })
  await shop.settled()
  agent.editText(his.message_id, `${'д'.repeat(4090)}финал`)
  await shop.settled()
  expect(anna.screen()).toContain('финал')
  expect(anna.screen()).not.toContain('конец')
  expect(anna.screen()).toContain('сотрудник поддержки ·')
})

test('an album keeps the name above it when one of its captions is edited', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const album = agent.sendAlbum(
    [
      { kind: 'photo', caption: 'раз' },
      { kind: 'photo', caption: 'два' },
    ],
    { topic },
  )
  await shop.settled()
  agent.editCaption(album[0]?.message_id ?? 0, 'первый')
  agent.editCaption(album[1]?.message_id ?? 0, 'второй')
  await shop.settled()
  const captions = anna
    .messages()
    .filter((message) => message.photo)
    .map(wordsIn)
  expect(captions).toEqual([expect.stringMatching(/^сотрудник поддержки · № .*\nпервый$/), 'второй'])
})

test('of several quick edits the last one stands, also when the message had not been delivered yet', async () => {
  const { shop, anna, agent, topic } = await openStaffStory()
  const isToAnna = (params: Readonly<Record<string, unknown>>) => Number(params.chat_id) === anna.id
  const held = shop.sim.faults.add({ method: 'sendMessage', kind: 'flood', retryAfter: 1, when: isToAnna })
  const his = agent.sendText('версия 1', { topic })
  await shop.sim.waitFor(() => held.hits === 1, { what: 'the first try' })
  agent.editText(his.message_id, 'версия 2')
  agent.editText(his.message_id, 'версия 3')
  await shop.settled()
  for (const n of [4, 5, 6, 7]) agent.editText(his.message_id, `версия ${n}`)
  await shop.settled()
  expect(anna.screen()).toContain('версия 7')
  expect(anna.messages().filter((message) => wordsIn(message).includes('версия'))).toHaveLength(1)
})
