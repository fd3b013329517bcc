import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { placeTestDatabase } from '../support/database.ts'
import { aCustomer, aMessage, aTicket, aUnit, commitUnit } from './fixtures.ts'

const text = (words: string) => ({ kind: 'text' as const, body: { text: words, entities: [] } })
/** The index keeps words without what they share with the one before: the end of one is what is left of it. */
const SECRET = 'ждёткукушкохвост'
const END = 'кукушкохвост'

test('of a word that was taken back nothing stays in the file, not in the index either', async () => {
  const location = await placeTestDatabase('sqlite')
  const inFile = () => readFileSync(join(location.dataDir, 'desk.db')).includes(END)
  const write = async (work: Parameters<typeof commitUnit>[1]) => {
    const database = await openDatabase(location)
    await commitUnit(database, work)
    await database.close()
  }
  const message = aMessage({ content: text(`Пусть ${SECRET} знает`) })
  await write((unit) => {
    unit.customers.save(aCustomer())
    unit.tickets.add(aTicket(), [])
    unit.messages.add(message)
    for (let index = 0; index < 50; index += 1)
      unit.messages.add(
        aMessage({ id: `m${index}`, sourceMessageId: 100 + index, content: text(`Ждёт ${index}`) }),
      )
  })
  expect(inFile()).toBe(true)
  await write((unit) => unit.messages.update({ ...message, content: text('Пусть знает') }))
  expect(inFile()).toBe(false)

  await write((unit) => unit.messages.update(message))
  expect(inFile()).toBe(true)
  const database = await openDatabase(location)
  const unit = await aUnit(database)
  const nothing = { subjects: [], streams: [], files: [], orderNumbers: [] }
  await unit.erasure.strip({ ...nothing, ticketIds: ['ticket-1'] })
  await unit.commit('done')
  await database.close()
  expect(inFile()).toBe(false)
})
