import { afterAll, describe, expect, test } from 'vitest'
import type { Message } from '../../src/simulator/bot-api/types.ts'
import { expectWhole } from '../support/expect-whole.ts'
import { type Fate, type Params, type Spoiling, setTrap, type Target } from '../support/fault-trap.ts'
import { openShop } from '../support/open-shop.ts'
import { tellStory } from '../support/whole-story.ts'

const SPOILINGS: readonly Spoiling[] = [
  { name: '429', kind: 'flood', applied: false, times: 1 },
  { name: '500', kind: 'error-500', applied: false, times: 1 },
  { name: '500, done', kind: 'error-500', applied: true, times: 1 },
  { name: '502 page', kind: 'html-502', applied: false, times: 1 },
  { name: 'cut before', kind: 'close-before', applied: false, times: 1 },
  { name: 'cut after', kind: 'close-after', applied: true, times: 1 },
  { name: 'cut after, twice', kind: 'close-after', applied: true, times: 2 },
  { name: 'hang', kind: 'hang', applied: true, times: 1 },
  { name: 'truncated', kind: 'truncated', applied: true, times: 1 },
]

const says = (words: RegExp) => (params: Params) => words.test(JSON.stringify(params))
const reads = (words: RegExp) => (message: Message) => words.test(message.text ?? message.caption ?? '')
/** To the customer: the agent is told below the own message. */
const answer = (title: string, method: string, words: RegExp): Target => ({
  title: `agent → customer: ${title}`,
  method,
  when: says(words),
  about: reads(words),
  policy: 'again',
})
const toStaff = (title: string, method: string, words: RegExp): Target => ({
  title,
  method,
  when: says(words),
  policy: 'again',
})
/** Of the parts that are sent one by one later no copy is counted here; that all of them arrive is told by the whole story. */
const album = (target: Target): Target => ({ ...target, policy: 'again, then in parts' })
const change = (title: string, method: string, words: RegExp): Target => ({
  title,
  method,
  when: says(words),
  policy: 'again, harmless',
})

/** Targets of one wave meet their faults in one telling of the story. */
const WAVES: readonly (readonly Target[])[] = [
  [
    toStaff('the card', 'sendRichMessage', /· новое/),
    { title: 'the confirmation', method: 'sendMessage', when: says(/принято/), policy: 'again' },
    answer('words', 'sendMessage', /Агент: здравствуйте/),
    answer('a photo', 'sendPhoto', /Агент: схема/),
    album(answer('an album', 'sendMediaGroup', /Агент: вид/)),
    { ...answer('a dice', 'copyMessage', /./), about: (message) => message.dice !== undefined },
    toStaff('customer → staff: words', 'sendMessage', /Клиент: спасибо/),
    toStaff('customer → staff: a file', 'sendDocument', /Клиент: чек/),
    toStaff('customer → staff: a voice', 'sendVoice', /Клиент: голос/),
    { title: 'a status', method: 'sendMessage', when: says(/решено. Если/), policy: 'again' },
  ],
  [
    { title: 'a question of the form', method: 'sendMessage', when: says(/Фото и чеки/), policy: 'again' },
    change('a step of the form', 'editMessageText', /Заказ|заказ/),
    change("the sent form's buttons", 'editMessageReplyMarkup', /./),
    change("the card's status", 'editMessageText', /· ждём/),
    change('an edited message', 'editMessageText', /нашли/),
    change('a retracted message', 'deleteMessage', /./),
    album(toStaff('customer → staff: an album', 'sendMediaGroup', /Клиент: вид/)),
    answer('a voice', 'sendVoice', /Агент: голос/),
  ],
  [
    { title: "the ticket's topic", method: 'createForumTopic', policy: 'the next event' },
    { title: 'the answer to a tap', method: 'answerCallbackQuery', policy: 'left' },
    { title: 'who is staff', method: 'getChatMember', policy: 'asked again' },
    { title: 'updates', method: 'getUpdates', policy: 'asked again' },
  ],
]

const LEGEND = `
Each cell: how often the call that met the fault took effect; “w”: the agents read that it possibly arrived twice.
again            It must arrive. When the answer is lost, nobody can know whether it did, so it is sent again: twice where
                 Telegram had done it already. That is right: a copy too many can be overlooked, a loss can not.
                 The agents are warned about their own messages; in their group they see for themselves.
again, harmless  Doing it twice changes nothing, so it is repeated as often as need be.
then in parts    An album is sent as an album once more at most, so that one bad answer does not double all of it.
the next event   After a lost answer the card goes to General and nothing waits for a topic; who takes the ticket asks for
                 one anew. The first, if it was made, stays empty, and is adopted should somebody write in it.
left             The answer to a tap only stops the button's spinning.
asked again      A question: nothing changes by asking twice, and updates are stored once however often they come.
After a 429 the same call goes out once more when its time has come: Telegram itself said that nothing was done.`

describe('every fault on every kind of call during the whole story', () => {
  const rows = new Map<string, Record<string, string>>()
  afterAll(() => {
    console.table(Object.fromEntries(rows))
    console.log(LEGEND)
  })
  for (const [index, wave] of WAVES.entries()) {
    test(`nothing is lost that must arrive, nothing doubled without a lost answer (wave ${index + 1})`, async () => {
      const columns = await Promise.all(SPOILINGS.map((spoiling) => tellWith(wave, spoiling)))
      for (const [n, target] of wave.entries()) {
        const cells = SPOILINGS.map((spoiling, k) => {
          const fate = columns[k]?.[n] ?? { hits: 0, effects: 0, warned: false }
          const title = `${target.title}, ${spoiling.name}`
          expect.soft({ title, ...fate }).toEqual({ title, ...expected(target, spoiling, fate) })
          return [spoiling.name, `${fate.effects}${fate.warned ? ' w' : ''}`]
        })
        rows.set(`${target.method}: ${target.title} (${target.policy})`, Object.fromEntries(cells))
      }
    })
  }
})

async function tellWith(wave: readonly Target[], spoiling: Spoiling): Promise<Fate[]> {
  const shop = await openShop({
    timeoutMs: 1_000,
    backoff: { firstMs: 50, maxMs: 400 },
    mayLeaveTaps: true,
    mayBeRefused: true,
  })
  const fates = wave.map((target) => setTrap(shop, target, spoiling))
  const told = await tellStory(shop)
  await expectWhole(shop, told)
  return fates.map((fate) => fate())
}

function expected({ policy, about }: Target, { kind, applied, times }: Spoiling, fate: Fate): Fate {
  const copies = 1 + (applied ? times : 0)
  const warned = about !== undefined && kind !== 'flood'
  switch (policy) {
    case 'again':
      return { hits: times, effects: copies, warned }
    case 'again, harmless':
      // Refused as “not modified” or “not found” where it had been done already.
      return { hits: times, effects: fate.effects === copies ? copies : 1, warned }
    case 'again, then in parts':
      return { hits: times, effects: Math.min(copies, 2), warned }
    case 'the next event':
      return { hits: times, effects: applied ? 2 : 1, warned }
    case 'left':
      return { hits: fate.hits, effects: Math.min(fate.effects, 1), warned }
    case 'asked again':
      return { hits: times, effects: Math.max(fate.effects, 1), warned }
    default:
      return policy satisfies never
  }
}
