import { expect, it } from 'vitest'
import type { DueSoon, QueueFilter } from '../../src/domain/queue.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import type { Database } from '../../src/persistence/open-database.ts'
import { describeOnEachDatabase, openTestDatabase } from '../support/database.ts'
import { aCustomer, aTicket, at, commitUnit } from './fixtures.ts'

const both = (seconds: number) => ({ firstResponse: at(seconds), resolution: at(seconds) })
const DUE_SOON: DueSoon = { urgent: both(10), standard: both(100), complex: both(1_000) }

async function openWith(provider: 'sqlite' | 'postgresql', tickets: Record<string, Partial<Ticket>>) {
  const database = await openTestDatabase(provider)
  await commitUnit(database, (unit) => {
    unit.customers.save(aCustomer())
    for (const [index, [id, init]] of Object.entries(tickets).entries())
      unit.tickets.add(aTicket({ id, number: String(100_000 + index), ...init }), [])
  })
  return database
}

async function idsIn(
  { stores }: Database,
  filter: QueueFilter,
  more: { readonly page?: number; readonly pageSize?: number; readonly dueSoon?: DueSoon } = {},
) {
  const scope = { only: null, except: ['payment'] }
  const wanted = { filter, agentId: 'oleg', scope, dueSoon: DUE_SOON, page: 0, pageSize: 10, ...more }
  const { rows, hasMore } = await stores.overviews.queue(wanted)
  return [...rows.map(({ ticket }) => ticket.id), ...(hasMore ? ['…'] : [])]
}

const answered = { status: 'open', firstReplyAt: at(1) } as const

describeOnEachDatabase('the queue', (provider) => {
  it('is in the order of the promises to be kept next, page by page; what has no time comes last', async () => {
    const database = await openWith(provider, {
      timeless: { ...answered, resolveBy: null },
      fourth: { promisedAt: at(40), resolveBy: at(5) },
      third: { ...answered, promisedAt: at(1), resolveBy: at(30) },
      second: { status: 'pending', promisedAt: at(20), assigneeId: 'oleg' },
      first: { ...answered, promisedAt: at(90), resolveBy: at(10), assigneeId: 'oleg' },
      elsewhere: { promisedAt: at(1), categoryId: 'payment' },
      done: { ...answered, status: 'resolved', resolveBy: at(1) },
    })
    expect(await idsIn(database, 'all')).toEqual(['first', 'second', 'third', 'fourth', 'timeless'])
    const pages = [0, 1, 2].map((page) => idsIn(database, 'all', { page, pageSize: 2 }))
    expect(await Promise.all(pages)).toEqual([
      ['first', 'second', '…'],
      ['third', 'fourth', '…'],
      ['timeless'],
    ])
    expect(await idsIn(database, 'mine')).toEqual(['first', 'second'])
    expect(await idsIn(database, 'unassigned')).toEqual(['third', 'fourth', 'timeless'])
  })

  it('is breaching where the promise to be kept next is due by the time of its priority, while it runs', async () => {
    const late = at(5_000)
    const database = await openWith(provider, {
      answer: { promisedAt: at(100), resolveBy: late },
      answerLater: { promisedAt: at(101), resolveBy: late },
      complexAnswer: { priority: 'complex', promisedAt: at(101), resolveBy: late },
      urgentAnswerLater: { priority: 'urgent', promisedAt: at(11), resolveBy: late },
      solution: { ...answered, promisedAt: late, resolveBy: at(99) },
      solutionLater: { ...answered, promisedAt: at(2), resolveBy: at(101) },
      urgentSolution: { ...answered, priority: 'urgent', promisedAt: late, resolveBy: at(10) },
      urgentSolutionLater: { ...answered, priority: 'urgent', promisedAt: at(2), resolveBy: at(11) },
      timeless: { ...answered, promisedAt: at(2), resolveBy: null },
      asked: { ...answered, status: 'pending', resolveBy: at(2) },
      resolved: { ...answered, status: 'resolved', resolveBy: at(2) },
      closed: { status: 'closed', promisedAt: at(2), resolveBy: at(2) },
    })
    const breaching = ['urgentSolution', 'solution', 'answer', 'complexAnswer']
    expect(await idsIn(database, 'breaching')).toEqual(breaching)
    expect(await idsIn(database, 'breaching', { page: 1, pageSize: 3 })).toEqual(['complexAnswer'])
    const unlike = { ...DUE_SOON, standard: { firstResponse: at(1), resolution: at(200) } }
    expect(await idsIn(database, 'breaching', { dueSoon: unlike })).toEqual([
      ...['urgentSolution', 'solution'],
      // Of the same moment what is not answered comes first.
      ...['complexAnswer', 'solutionLater'],
    ])
  })
})
