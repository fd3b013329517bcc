import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Person } from '../../../src/simulator/driver/person.ts'
import { samplePdf, samplePng } from '../../../src/simulator/state/sample-files.ts'
import { afterwards, fileShort, lastSaid, sendForm, walk } from '../../support/customer-story.ts'
import { describeOnEachDatabase, placeTestDatabase, queryTestDatabase } from '../../support/database.ts'
import { CANARY, planDeletion, rowsWithCanaries } from '../../support/forgotten-story.ts'
import { codeMailedTo, type MailServer, startMailServer } from '../../support/mail-server.ts'
import { MAIL_FROM } from '../../support/mail-story.ts'
import { openShop, type Shop } from '../../support/open-shop.ts'
import { readAllModels } from '../../support/read-all-models.ts'
import { createShiftingClock, DAY_MS } from '../../support/shifting-clock.ts'
import { findMessage } from '../../support/staff-story.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

const ORDER = '87654444-8888'
const ADDRESS = 'canary@example.org'

const OTHER = { category: 'Другое', problem: 'Другое' } as const
const KEPT = 'Прошу помочь, это пишет другой клиент.'

interface Story {
  readonly shop: Shop
  readonly person: Person
  readonly neighbour: Person
  readonly server: MailServer
  readonly lines: readonly string[]
  readonly wait: (ms: number) => Promise<void>
}

/** A customer whose every word is a canary, beside another customer. */
async function openStory(options: { databaseUrl?: string | null; group?: 'group' }): Promise<Story> {
  const clock = createShiftingClock()
  const lines: string[] = []
  const server = await startMailServer()
  const { databaseUrl, group } = options
  const shop = await openShop({
    clock,
    env: { ATTACHMENTS: 'disk', SMTP_URL: server.url, MAIL_FROM },
    logTo: (line) => lines.push(line),
    ...(typeof databaseUrl === 'string' ? { databaseUrl } : {}),
    ...(group === undefined ? {} : { group }),
  })
  const name = { firstName: 'Канарейка', lastName: 'Канарейкина', username: 'canary_bird' }
  const person = shop.sim.createUser({ ...name, languageCode: 'ru' })
  const neighbour = shop.customer('Борис')
  const wait = async (ms: number) => {
    clock.leap(ms)
    await shop.desk().sweep()
    await shop.settled()
    // What the sweep found may have left more to be done.
    await shop.settled()
  }
  return { shop, person, neighbour, server, lines, wait }
}

/** Every kind of word in every place: tickets in all states, a form that is open, messages that wait, and what was said to agents. */
async function leaveTraces(story: Story): Promise<void> {
  const { shop, person, neighbour } = story
  const does = <T>(act: () => T) => afterwards(shop, act)
  const agent = shop.group.as(shop.agent('Олег'))
  await does(() => person.sendText('/new'))
  for (const button of [/Согласен/, 'Доставка', /вовремя/]) await does(() => person.tap(button))
  await does(() => person.sendText(ORDER))
  await does(() => person.sendText('Канарейка в описании, её не привезли вовремя.'))
  await does(() => person.sendPhoto({ caption: 'Канарейка на снимке' }))
  await walk(shop, person, 'photos', 'review')
  const number = await sendForm(shop, person)
  const card = findMessage(shop.group.messages(), `№ ${number}`)
  const topic = shop.group.topics().find((one) => one.name.includes(number))?.id
  const place = topic === undefined ? { replyTo: card.message_id } : { topic }
  await does(() => agent.sendText('Здравствуйте, Канарейка, ищем', place))
  await does(() => agent.sendText('// Канарейка звонила', place))
  await does(() => agent.sendDocument({ bytes: samplePdf(), fileName: 'канарейка.pdf', ...place }))
  const said = await does(() => person.sendText('Жду, ваша Канарейка'))
  await does(() => person.editText(said.message_id, 'Очень жду, ваша Канарейка'))
  await does(() => person.sendVoice({ caption: 'голос Канарейки' }))
  await does(() => person.sendContact({ phoneNumber: '+70009998877', firstName: 'Канарейка' }))
  await does(() => person.sendDocument({ bytes: samplePng(), fileName: 'чек.png' }))
  const shared = person.messages().findLast(({ document }) => document !== undefined)?.document?.file_id ?? ''
  await does(() => agent.tap('Решено', { messageId: card.message_id }))
  await does(() => person.tap('Вопрос решён'))
  await does(() => person.tap('2, плохо'))
  await does(() =>
    person.sendText('Канарейка недовольна', {
      replyTo: findMessage(person.messages(), /честную оценку/).message_id,
    }),
  )
  await fileShort(shop, person, { ...OTHER, description: 'Вторая канарейка, её не видно.' })
  const mailed = await fileForMail(story, 'Третья канарейка, она молчит.')
  const itsTopic = shop.group.topics().find((one) => one.name.includes(mailed))?.id
  const itsCard = findMessage(shop.group.messages(), `№ ${mailed}`).message_id
  const there = itsTopic === undefined ? { replyTo: itsCard } : { topic: itsTopic }
  await does(() => agent.sendText('Канарейка, это письмо дойдёт', there))
  story.server.refuse('recipient', 550)
  await does(() => agent.sendText('Канарейка, а это не дойдёт', there))
  await does(() => person.sendText('Канарейка без клетки'))
  expect(lastSaid(shop, person)).toContain('К какому обращению')
  await does(() => person.sendText('/new'))
  for (const button of ['Другое', 'Другое']) await does(() => person.tap(button))
  await does(() => person.sendText('Канарейка в черновике, ещё не отправлена.'))

  await fileShort(shop, neighbour, { ...OTHER, description: KEPT })
  await does(() => neighbour.sendDocument({ fileId: shared }))
}

/** Answers go to an address as well. @returns the ticket's number */
async function fileForMail({ shop, person, server }: Story, description: string): Promise<string> {
  const does = <T>(act: () => T) => afterwards(shop, act)
  const tap = (key: string) => does(() => person.tap(shop.texts('ru').plain(key)))
  await does(() => person.sendText('/new'))
  for (const button of [OTHER.category, OTHER.problem]) await does(() => person.tap(button))
  await tap('button-no-order')
  await does(() => person.sendText(description))
  for (const key of ['button-skip', 'button-edit-reply', 'button-reply-mail']) await tap(key)
  await does(() => person.sendText(ADDRESS))
  await does(() => person.sendText(codeMailedTo(server, ADDRESS)))
  return sendForm(shop, person)
}

/** What other features keep, and what failed. */
async function leaveRareTraces({ shop, person }: Story): Promise<void> {
  const sql = (text: string) => queryTestDatabase(shop.location, text)
  await sql(`UPDATE customers SET "shopCustomerId" = 'canary' WHERE "telegramId" = ${person.id}`)
  await sql(
    `INSERT INTO order_facts ("orderNumber", "shopCustomerId", body, at) SELECT '${ORDER}', '', 'canary', "createdAt" FROM customers WHERE "telegramId" = ${person.id}`,
  )
  await sql(
    `UPDATE inbox_events SET status = 'failed', body = 'canary', error = 'canary' WHERE seq = (SELECT min(seq) FROM inbox_events WHERE lane = 'private:${person.id}')`,
  )
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describeOnEachDatabase('a customer who asked to be forgotten', (provider) => {
  test('leaves nothing of themselves in any table, any file or any line of the log', async () => {
    const { url } = await placeTestDatabase(provider)
    const story = await openStory({ databaseUrl: url })
    const { shop, person, neighbour, lines, wait } = story
    await leaveTraces(story)
    await leaveRareTraces(story)
    const copies = () => filesIn(join(shop.location.dataDir, 'attachments'))
    const before = copies().length
    expect((await rowsWithCanaries(shop, person)).length).toBeGreaterThan(50)
    expect(story.server.to(ADDRESS).length).toBeGreaterThan(1)
    await planDeletion(shop, person)
    await wait(7 * DAY_MS + 60_000)
    await wait(60_000)

    expect(await rowsWithCanaries(shop, person)).toEqual([])
    expect(lines.filter((line) => CANARY.test(line) || line.includes(String(person.id)))).toEqual([])
    // The photo, the receipt and the voice; the picture is the neighbour's as well.
    expect([before, copies().length]).toEqual([4, 1])
    expect(shop.group.screen()).not.toMatch(CANARY)
    expect(lastSaid(shop, person)).toContain('Ваши данные удалены')

    const figures = await queryTestDatabase(
      shop.location,
      `SELECT status, count(*) AS count FROM tickets GROUP BY status ORDER BY status`,
    )
    expect(figures.map(({ status, count }) => [status, Number(count)])).toEqual([
      ['cancelled', 2],
      ['closed', 1],
      ['new', 1],
    ])
    expect(await queryTestDatabase(shop.location, 'SELECT score, comment FROM ratings')).toEqual([
      { score: 2, comment: null },
    ])
    expect(JSON.stringify(await readAllModels(shop.location))).toContain(KEPT)
    await afterwards(shop, () => neighbour.sendText('/tickets'))
    expect(neighbour.screen()).toContain('Всего: 1')

    await shop.desk().stop()
    const bytes = filesIn(shop.location.dataDir).map((file) => [file, readFileSync(file)] as const)
    expect(bytes.filter(([, content]) => CANARY.test(content.toString())).map(([file]) => file)).toEqual([])
    const id = String(person.id)
    expect(bytes.filter(([, content]) => content.includes(id)).map(([file]) => file)).toEqual([])
  })
})

test('in a group without topics the card says so, and what the bot has shown there is deleted', async () => {
  const story = await openStory({ group: 'group' })
  const { shop, person, wait } = story
  await leaveTraces(story)
  await planDeletion(shop, person)
  await wait(7 * DAY_MS + 60_000)
  await wait(60_000)
  expect(shop.group.screen()).not.toMatch(CANARY)
  expect(shop.group.screen()).toContain('данные удалены по просьбе клиента')
  expect(await rowsWithCanaries(shop, person)).toEqual([])
})
