import { expect, test } from 'vitest'
import { slaOf } from '../../src/domain/sla.ts'
import { slaRulesOf } from '../../src/domain/sla-rules.ts'
import type { Priority } from '../../src/domain/ticket.ts'
import type { TicketEvent } from '../../src/domain/ticket-message.ts'
import { CALENDARS, type CalendarName, inWords, momentOf, spanOf } from '../support/sla-words.ts'
import { aTicket } from './builders.ts'

const MOSCOW = 'Europe/Moscow'

/**
 * Each line: what it shows | zone | calendar | filed | what happened then | promised | due.
 * What happened: `ask` (the customer is asked, the clock pauses), `back` (they answered), `done` (resolved), `again` (reopened),
 * `urgent`, `standard`, `complex` (the priority changes), each with its moment. Promised: h by the clock, bh business hours,
 * bd business days; or `guide`: what the support guide promises for a ticket filed as standard.
 */
const TABLE = `
the guide: standard             | Europe/Moscow       | Russia  | 2026-11-24 14:30 |  | 24 h | Wed 2026-11-25 14:30
the guide: urgent               | Europe/Moscow       | Russia  | 2026-11-24 14:30 |  | 2 h  | Tue 2026-11-24 16:30
the guide: complex              | Europe/Moscow       | Russia  | 2026-11-24 14:30 |  | 3 bd | Fri 2026-11-27 14:30
urgent knows no night           | Europe/Moscow       | Russia  | 2026-11-24 23:10 |  | 2 h  | Wed 2026-11-25 01:10
urgent knows no weekend         | Europe/Moscow       | Russia  | 2026-11-28 23:30 |  | 2 h  | Sun 2026-11-29 01:30
urgent knows no holiday         | Europe/Moscow       | Russia  | 2026-12-31 23:00 |  | 2 h  | Fri 2027-01-01 01:00
over a weekend                  | Europe/Moscow       | Russia  | 2026-11-27 15:00 |  | 3 bd | Wed 2026-12-02 15:00
late on Friday                  | Europe/Moscow       | Russia  | 2026-11-27 23:59 |  | 1 bd | Mon 2026-11-30 23:59
filed on Saturday               | Europe/Moscow       | Russia  | 2026-11-28 10:00 |  | 3 bd | Thu 2026-12-03 00:00
filed on Sunday                 | Europe/Moscow       | Russia  | 2026-11-29 10:00 |  | 1 bd | Tue 2026-12-01 00:00
filed at midnight               | Europe/Moscow       | Russia  | 2026-11-24 00:00 |  | 1 bd | Wed 2026-11-25 00:00
half a business day             | Europe/Moscow       | Russia  | 2026-11-27 18:00 |  | 0.5 bd | Mon 2026-11-30 06:00
4 November, in the week         | Europe/Moscow       | Russia  | 2026-11-03 12:00 |  | 1 bd | Thu 2026-11-05 12:00
filed on the holiday            | Europe/Moscow       | Russia  | 2026-11-04 12:00 |  | 1 bd | Fri 2026-11-06 00:00
no holiday where none counts    | Europe/Moscow       | Mon–Fri | 2026-11-03 12:00 |  | 1 bd | Wed 2026-11-04 12:00
over New Year 2026              | Europe/Moscow       | Russia  | 2025-12-31 12:00 |  | 1 bd | Mon 2026-01-12 12:00
into New Year 2027              | Europe/Moscow       | Russia  | 2026-12-30 12:00 |  | 1 bd | Mon 2027-01-11 12:00
the moved 9 January             | Europe/Moscow       | Russia  | 2026-01-09 09:00 |  | 1 bd | Tue 2026-01-13 00:00
the moved 31 December           | Europe/Moscow       | Russia  | 2026-12-31 09:00 |  | 1 bd | Tue 2027-01-12 00:00
23 February on a Monday         | Europe/Moscow       | Russia  | 2026-02-20 17:00 |  | 1 bd | Tue 2026-02-24 17:00
8 March, moved to Monday        | Europe/Moscow       | Russia  | 2026-03-06 17:00 |  | 1 bd | Tue 2026-03-10 17:00
9 May, moved to Monday          | Europe/Moscow       | Russia  | 2026-05-08 17:00 |  | 1 bd | Tue 2026-05-12 17:00
between the May holidays        | Europe/Moscow       | Russia  | 2026-04-30 10:00 |  | 3 bd | Wed 2026-05-06 10:00
12 June on a Friday             | Europe/Moscow       | Russia  | 2026-06-11 10:00 |  | 2 bd | Tue 2026-06-16 10:00
a Saturday that is worked       | Europe/Moscow       | Russia  | 2027-02-19 15:00 |  | 1 bd | Sat 2027-02-20 15:00
worked Saturday, then days off  | Europe/Moscow       | Russia  | 2027-02-20 15:00 |  | 1 bd | Wed 2027-02-24 15:00
the shop's own day off          | Europe/Moscow       | Russia, own days | 2026-11-24 15:00 |  | 1 bd | Thu 2026-11-26 15:00
the shop's own Saturday         | Europe/Moscow       | Russia, own days | 2026-11-27 15:00 |  | 1 bd | Sat 2026-11-28 15:00
works on a moved day off        | Europe/Moscow       | Russia, own days | 2026-12-30 15:00 |  | 1 bd | Thu 2026-12-31 15:00
takes a moved workday off       | Europe/Moscow       | Russia, own days | 2027-02-19 15:00 |  | 1 bd | Wed 2027-02-24 15:00
another day in another zone     | Asia/Vladivostok    | Mon–Fri | 2026-11-02 08:00 |  | 3 bd | Thu 2026-11-05 08:00
business hours, within a day    | Europe/Moscow       | Mon–Fri 9–18 | 2026-11-24 10:00 |  | 4 bh | Tue 2026-11-24 14:00
to the end of the day           | Europe/Moscow       | Mon–Fri 9–18 | 2026-11-24 10:00 |  | 8 bh | Tue 2026-11-24 18:00
into the next day               | Europe/Moscow       | Mon–Fri 9–18 | 2026-11-24 16:00 |  | 4 bh | Wed 2026-11-25 11:00
filed at night                  | Europe/Moscow       | Mon–Fri 9–18 | 2026-11-24 22:00 |  | 2 bh | Wed 2026-11-25 11:00
filed before opening            | Europe/Moscow       | Mon–Fri 9–18 | 2026-11-24 06:00 |  | 2 bh | Tue 2026-11-24 11:00
business hours over a weekend   | Europe/Moscow       | Mon–Fri 9–18 | 2026-11-27 17:00 |  | 2 bh | Mon 2026-11-30 10:00
a short Saturday                | Europe/Moscow       | Mon–Sat 9–18, Sat 10–16 | 2026-11-27 17:00 |  | 8 bh | Mon 2026-11-30 10:00
a lunch break                   | Europe/Moscow       | Mon–Fri 8–12, 13–17 | 2026-11-24 11:00 |  | 2 bh | Tue 2026-11-24 14:00
business hours and a holiday    | Europe/Moscow       | Russia 9–18 | 2026-11-03 16:00 |  | 4 bh | Thu 2026-11-05 11:00
a worked Saturday has Friday's  | Europe/Moscow       | Russia 9–18 | 2027-02-19 17:00 |  | 4 bh | Sat 2027-02-20 12:00
clocks go back: by the clock    | Europe/Berlin       | Mon–Fri | 2026-10-24 15:00 |  | 24 h | Sun 2026-10-25 14:00
clocks go on: by the clock      | Europe/Berlin       | Mon–Fri | 2026-03-28 15:00 |  | 24 h | Sun 2026-03-29 16:00
clocks go back: business days   | Europe/Berlin       | Mon–Fri | 2026-10-23 10:00 |  | 3 bd | Wed 2026-10-28 10:00
New York, clocks go on          | America/New_York    | Mon–Fri | 2026-03-06 15:00 |  | 1 bd | Mon 2026-03-09 15:00
New York, 24 hours in November  | America/New_York    | Mon–Fri | 2026-10-31 12:00 |  | 24 h | Sun 2026-11-01 11:00
half an hour on Lord Howe       | Australia/Lord_Howe | Mon–Fri | 2026-04-04 12:00 |  | 24 h | Sun 2026-04-05 11:30
a 23-hour business day          | Asia/Jerusalem      | Mon–Fri | 2026-03-26 12:00 |  | 1 bd | Fri 2026-03-27 12:30
paused for an hour              | Europe/Moscow       | Russia  | 2026-11-24 10:00 | ask 2026-11-24 11:00, back 2026-11-24 12:00 | 2 h | Tue 2026-11-24 13:00
paused twice                    | Europe/Moscow       | Russia  | 2026-11-24 10:00 | ask 2026-11-24 11:00, back 2026-11-24 12:00, ask 2026-11-24 12:30, back 2026-11-25 09:00 | 2 h | Wed 2026-11-25 09:30
still paused                    | Europe/Moscow       | Russia  | 2026-11-24 10:00 | ask 2026-11-24 11:00 | 2 h | —
paused over a weekend           | Europe/Moscow       | Russia  | 2026-11-27 12:00 | ask 2026-11-27 18:00, back 2026-11-30 12:00 | 3 bd | Thu 2026-12-03 06:00
paused when it is late already  | Europe/Moscow       | Russia  | 2026-11-24 10:00 | ask 2026-11-24 14:00, back 2026-11-25 14:00 | 2 h | Tue 2026-11-24 12:00
paused outside business hours   | Europe/Moscow       | Mon–Fri 9–18 | 2026-11-24 17:00 | ask 2026-11-24 19:00, back 2026-11-25 08:00 | 2 bh | Wed 2026-11-25 10:00
paused over New Year            | Europe/Moscow       | Russia  | 2026-12-29 12:00 | ask 2026-12-30 12:00, back 2027-01-12 12:00 | 3 bd | Thu 2027-01-14 12:00
resolved and reopened           | Europe/Moscow       | Russia  | 2026-11-24 10:00 | done 2026-11-24 14:00, again 2026-11-26 09:00 | 24 h | Fri 2026-11-27 05:00
made urgent at once             | Europe/Moscow       | Russia  | 2026-11-24 10:00 | urgent 2026-11-24 10:00 | guide | Tue 2026-11-24 12:00
made urgent later               | Europe/Moscow       | Russia  | 2026-11-24 10:00 | urgent 2026-11-24 15:00 | guide | Tue 2026-11-24 17:00
made urgent just before the end | Europe/Moscow       | Russia  | 2026-11-24 10:00 | urgent 2026-11-25 09:30 | guide | Wed 2026-11-25 10:00
made urgent when it is late     | Europe/Moscow       | Russia  | 2026-11-24 10:00 | urgent 2026-11-25 11:00 | guide | Wed 2026-11-25 10:00
made complex                    | Europe/Moscow       | Russia  | 2026-11-24 10:00 | complex 2026-11-24 15:00 | guide | Fri 2026-11-27 10:00
made complex on Saturday        | Europe/Moscow       | Russia  | 2026-11-27 10:00 | complex 2026-11-28 09:00 | guide | Wed 2026-12-02 10:00
urgent, and back to standard    | Europe/Moscow       | Russia  | 2026-11-24 10:00 | urgent 2026-11-24 11:00, standard 2026-11-24 12:00 | guide | Wed 2026-11-25 10:00
made urgent while paused        | Europe/Moscow       | Russia  | 2026-11-24 10:00 | ask 2026-11-24 11:00, urgent 2026-11-24 12:00, back 2026-11-24 15:00 | guide | Tue 2026-11-24 17:00
`

interface Example {
  readonly what: string
  readonly zone: string
  readonly calendar: CalendarName
  readonly filed: string
  readonly then: string
  readonly promised: string
  readonly due: string
}

const EXAMPLES = TABLE.trim()
  .split('\n')
  .map((line): Example => {
    const [what = '', zone = MOSCOW, calendar = '', filed = '', then = '', promised = '', due = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    return { what, zone, calendar: calendar as CalendarName, filed, then, promised, due }
  })

const STATUS_AFTER: Readonly<Record<string, string>> = {
  ask: 'pending',
  back: 'open',
  done: 'resolved',
  again: 'open',
}

function historyOf({ then, zone }: Example): readonly TicketEvent[] {
  let priority = 'standard'
  return then
    .split(', ')
    .filter((step) => step !== '')
    .map((step, index): TicketEvent => {
      const [word = '', ...local] = step.split(' ')
      const at = momentOf(local.join(' '), zone)
      const base = { id: String(index), ticketId: 'ticket', actor: 'agent:a', at }
      const status = STATUS_AFTER[word]
      if (status !== undefined) return { ...base, kind: 'status-changed', before: null, after: status }
      const before = priority
      priority = word
      return { ...base, kind: 'priority-changed', before, after: word }
    })
}

test('there are at least forty worked examples', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(40)
})

test.each(EXAMPLES)('$what: $zone, $calendar, filed $filed, $then, $promised → $due', (example) => {
  const { zone, calendar, filed, promised, due } = example
  const span = promised === 'guide' ? null : { firstResponse: spanOf(promised) }
  const settings = span === null ? {} : { targets: { standard: span } }
  const rules = slaRulesOf(CALENDARS[calendar](zone), settings)
  const history = historyOf(example)
  const priority = (history.findLast(({ kind }) => kind === 'priority-changed')?.after ??
    'standard') as Priority
  const ticket = aTicket({ createdAt: momentOf(filed, zone), priority })
  const now = history.at(-1)?.at ?? ticket.createdAt
  const { resolution } = slaOf(ticket, history, rules, now)
  expect(inWords(resolution.dueAt, zone)).toBe(due)
})
