import { expect, test } from 'vitest'
import { type EndState, readEndState } from '../../support/end-state.ts'
import { expectWhole } from '../../support/expect-whole.ts'
import { fileTicket } from '../../support/file-ticket.ts'
import { freePort } from '../../support/free-port.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'
import { type Telling, tellStory } from '../../support/whole-story.ts'

/** The settings of a webhook whose reverse proxy strips the path's beginning: the simulator calls the port itself. */
async function webhookSettings() {
  const port = await freePort()
  return {
    WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
    WEBHOOK_SECRET: 'story-secret',
    PORT: String(port),
  }
}

async function endOf(
  env: Readonly<Record<string, string>>,
  telling: Telling,
  twice = false,
): Promise<EndState> {
  const shop = await openShop({ env })
  shop.sim.updates.duplicate = twice
  const told = await tellStory(shop, telling)
  await expectWhole(shop, told)
  return readEndState(shop, told)
}

const backwards = (parts: number) => [...Array(parts).keys()].reverse()

test('the whole story comes to the same end through the webhook as by polling, also repeated and out of order', async () => {
  const [polled, ...hooked] = await Promise.all([
    endOf({}, {}),
    endOf(await webhookSettings(), {}),
    endOf(await webhookSettings(), { order: backwards, taps: 2 }, true),
  ])
  for (const end of hooked) expect(end).toEqual(polled)
}, 180_000)

/** What the bot has shown the agents of these words, each as often as it is there. */
function shownOf({ group }: Shop, marker: RegExp): string[] {
  // What one customer writes in a row may stand in one message.
  return group.messages().flatMap((message) => (message.text ?? '').match(marker) ?? [])
}

test('from polling to the webhook and back nothing is lost, nothing comes twice, and the order stays', async () => {
  const shop = await openShop()
  const anna = shop.customer()
  await fileTicket(shop, anna)
  const webhook = await webhookSettings()
  let said = 0
  const say = () => {
    said += 1
    anna.sendText(`Слово ${said}.`)
  }
  for (const env of [webhook, {}, webhook, {}]) {
    say()
    await shop.settled()
    // Taken over by nobody yet, or confirmed by nobody: both kinds wait at Telegram while the desk is away.
    shop.sim.updates.hold()
    say()
    const restarted = shop.restart({ env })
    shop.sim.updates.release()
    say()
    await restarted
    shop.sim.updates.redeliverAll()
    await shop.settled()
    expect(shop.sim.world.updates.webhook.url()).toBe(env === webhook ? webhook.WEBHOOK_URL : '')
  }
  expect(shownOf(shop, /Слово \d+/g)).toEqual(
    Array.from({ length: said }, (_, index) => `Слово ${index + 1}`),
  )
}, 180_000)

test('a call that does not know the secret leaves no trace in the shop', async () => {
  const env = await webhookSettings()
  const shop = await openShop({ env })
  const anna = shop.customer()
  await fileTicket(shop, anna)
  const forged = {
    update_id: 1,
    message: { message_id: 1, date: 1, chat: anna.user, from: anna.user, text: 'Подделка' },
  }
  const post = (headers: Record<string, string>) =>
    fetch(env.WEBHOOK_URL, { method: 'POST', headers, body: JSON.stringify(forged) })
  const answers = [await post({}), await post({ 'x-telegram-bot-api-secret-token': 'story-secreT' })]
  expect(answers.map(({ status }) => status)).toEqual([401, 401])
  anna.sendText('Слово 1.')
  await shop.settled()
  expect(shownOf(shop, /Подделка|Слово \d+/g)).toEqual(['Слово 1'])
})
