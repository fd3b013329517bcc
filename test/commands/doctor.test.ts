import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkCalendar, judgeHolidays } from '../../src/commands/doctor/check-calendar.ts'
import { judgeClock } from '../../src/commands/doctor/check-clock.ts'
import { judgeSpace } from '../../src/commands/doctor/check-folder.ts'
import { lineOf } from '../../src/commands/doctor/finding.ts'
import { EXIT_CONFIG } from '../../src/config/explain-config-error.ts'
import { loadCatalog } from '../../src/config/load-catalog.ts'
import type { SimulatorOptions } from '../../src/simulator/simulator.ts'
import { ok } from '../simulator/bot-side.ts'
import { aDesk, examine, type Place } from '../support/examined-desk.ts'
import { runCommand } from '../support/run-command.ts'

interface Ailment {
  readonly what: string
  readonly make: (place: Place) => unknown
  readonly line: RegExp
  readonly exitCode: number
  readonly options?: SimulatorOptions
  readonly aheadMs?: number
}

const aFile = ({ dataDir }: Place, name: string, text: string) => {
  writeFileSync(join(dataDir, name), text)
  return join(dataDir, name)
}

const AILMENTS: readonly Ailment[] = [
  {
    what: 'a token that Telegram does not know',
    make: ({ sim }) => sim.revokeToken(),
    line: /^problem {2}token: Telegram does not know it.*@BotFather/m,
    exitCode: 1,
  },
  {
    what: 'a server that can not be reached',
    make: ({ settings }) => Object.assign(settings, { TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }),
    line: /^problem {2}Telegram: .* can't be reached .*check that the server runs/m,
    exitCode: 1,
  },
  {
    what: 'set-up mode',
    make: ({ settings }) => Object.assign(settings, { STAFF_CHAT_ID: '' }),
    line: /^warning {2}group: STAFF_CHAT_ID is not set.*add the bot/m,
    exitCode: 0,
  },
  {
    what: 'a number that is no group',
    make: ({ settings }) => Object.assign(settings, { STAFF_CHAT_ID: '-1001' }),
    line: /^problem {2}group -1001: the bot can't see it \("Bad Request: chat not found"\).*\/id in the group/m,
    exitCode: 1,
  },
  {
    what: 'a group the bot was removed from',
    make: ({ group }) => group.removeBot(),
    line: /^problem {2}group .*: the bot can't see it .*kicked.*add the bot to the group/m,
    exitCode: 1,
  },
  {
    what: 'a group that was upgraded',
    make({ sim, settings }) {
      const plain = sim.createGroup({ title: 'Plain', kind: 'group' })
      settings.STAFF_CHAT_ID = String(plain.id)
      plain.upgrade()
    },
    line: /^warning {2}group .*: it is a supergroup now.*write -100\d+ in its place/m,
    exitCode: 0,
  },
  {
    what: 'a bot that is no administrator',
    make: ({ group }) => group.promoteBot('member'),
    line: /^problem {2}group "Support": the bot is no administrator; make it one/m,
    exitCode: 1,
  },
  {
    what: 'a bot that does not hear the agents',
    make: ({ group }) => group.promoteBot('member'),
    line: /^problem {2}privacy mode: on, and the bot is no administrator of group "Support"/m,
    exitCode: 1,
  },
  {
    what: 'a bot that hears all groups',
    make: () => undefined,
    options: { privacyMode: false },
    line: /^ok {7}privacy mode: off/m,
    exitCode: 0,
  },
  {
    what: 'a missing right to manage topics',
    make: ({ group }) => group.promoteBot({ can_manage_chat: true, can_manage_topics: false }),
    line: /^problem {2}group "Support": the bot may not manage topics.*give it that right/m,
    exitCode: 1,
  },
  {
    what: 'a group without topics',
    make: ({ group }) => group.setForum(false),
    line: /^warning {2}group "Support": topics are off.*switch on Topics/m,
    exitCode: 0,
  },
  {
    what: "a second group that a category's tickets go to",
    make(place) {
      const catalog = `
orderNumber: { patterns: ['\\d+'], example: '1' }
categories:
  - id: other
    title: { ru: Другое, en: Other }
    urgentAllowed: false
    staffGroup: -1002
    problems:
      - { id: other, title: { ru: Другое, en: Other }, order: none, priority: standard }
`
      place.settings.CATALOG_FILE = aFile(place, 'catalog.yaml', catalog)
    },
    line: /^problem {2}group -1002: the bot can't see it/m,
    exitCode: 1,
  },
  {
    what: 'a webhook that the settings know nothing of',
    make: ({ sim }) => ok(sim, 'setWebhook', { url: 'https://shop.example/secret-path' }),
    line: /^warning {2}webhook: Telegram sends updates to shop\.example, but WEBHOOK_URL is not set/m,
    exitCode: 0,
  },
  {
    what: 'many updates that nobody fetches',
    make({ sim }) {
      const customer = sim.createUser({ firstName: 'Анна' })
      for (let n = 0; n < 101; n += 1) customer.sendText(`${n}`)
    },
    line: /^warning {2}updates: 101 wait at Telegram; check that the bot runs/m,
    exitCode: 0,
  },
  {
    what: 'a data folder that is a file',
    make: (place) => Object.assign(place.settings, { DATA_DIR: aFile(place, 'a-file', '') }),
    line: /^problem {2}data folder: .*a-file can't be written to \(it is no folder\); give DATA_DIR/m,
    exitCode: 1,
  },
  {
    what: 'a database file that is none',
    make(place) {
      const folder = join(place.dataDir, 'other')
      mkdirSync(folder)
      aFile(place, 'other/desk.db', 'not a database at all, but longer than its header would be'.repeat(20))
      place.settings.DATA_DIR = folder
    },
    line: /^problem {2}database: The database file in .* can not be opened .*DATA_DIR/m,
    exitCode: 1,
  },
  {
    what: 'a PostgreSQL server that is not there',
    make: ({ settings }) =>
      Object.assign(settings, { DATABASE_URL: 'postgresql://desk:canary-word@127.0.0.1:1/desk' }),
    line: /^problem {2}database: PostgreSQL can not be used .*; check DATABASE_URL/m,
    exitCode: 1,
  },
  {
    what: 'a catalogue with a mistake',
    make: (place) =>
      Object.assign(place.settings, { CATALOG_FILE: aFile(place, 'catalog.yaml', 'categories: []\n') }),
    line: /^problem {2}catalogue: .*catalog\.yaml:1: .*; /m,
    exitCode: 1,
  },
  {
    what: 'a catalogue that is not there',
    make: ({ settings }) => Object.assign(settings, { CATALOG_FILE: './nowhere.yaml' }),
    line: /^problem {2}catalogue: CATALOG_FILE names a file that can't be opened/m,
    exitCode: 1,
  },
  {
    what: 'a clock that is ahead',
    make: () => undefined,
    aheadMs: 120_000,
    line: /^warning {2}clock: it is 1(19|20|21) seconds ahead of that of Telegram/m,
    exitCode: 0,
  },
  {
    what: 'a clock that is behind',
    make: () => undefined,
    aheadMs: -60_000,
    line: /^warning {2}clock: it is (59|60|61) seconds behind that of Telegram/m,
    exitCode: 0,
  },
  {
    what: 'several settings that can not be used',
    make: ({ settings }) => Object.assign(settings, { STAFF_CHAT_ID: '5', LOG_LEVEL: 'loud' }),
    line: /^problem {2}settings: LOG_LEVEL is not a level of the log: write one of/m,
    exitCode: EXIT_CONFIG,
  },
  {
    what: 'no token',
    make: ({ settings }) => Object.assign(settings, { BOT_TOKEN: '' }),
    line: /^problem {2}settings: BOT_TOKEN is not set: open @BotFather/m,
    exitCode: EXIT_CONFIG,
  },
]

describe('the doctor', () => {
  test('finds nothing wrong with a desk with which all is well, and changes nothing', async () => {
    const place = await aDesk()
    const { lines, exitCode } = await examine(place)
    // How far the holidays reach depends on the day this is asked.
    const others = lines.filter((line) => !line.includes(' calendar: holidays are known up to '))
    expect(others).toHaveLength(lines.length - 1)
    expect(others.filter((line) => !line.startsWith('ok  '))).toEqual([])
    expect(exitCode).toBe(0)
    for (const check of [
      'settings',
      'token',
      'name',
      'group "Support"',
      'privacy mode',
      'webhook',
      'updates',
    ])
      expect(lines.join('\n')).toContain(`ok       ${check}: `)
    for (const check of ['database', 'migrations', 'data folder', 'disk', 'catalogue', 'mail', 'clock'])
      expect(lines.join('\n')).toContain(`ok       ${check}: `)
    const asked = new Set(place.sim.calls.map(({ method }) => method))
    expect([...asked].sort()).toEqual(['getChat', 'getChatMember', 'getMe', 'getWebhookInfo'])
  })

  test.each(AILMENTS)('names $what', async ({ make, line, exitCode, options, aheadMs }) => {
    const place = await aDesk(options)
    await make(place)
    const found = await examine(place, aheadMs)
    expect(found.lines.join('\n')).toMatch(line)
    expect(found.exitCode).toBe(exitCode)
    expect(found.lines.join('\n')).not.toContain(place.sim.token)
    expect(found.lines.join('\n')).not.toMatch(/canary-word|secret-path/)
  })

  test('names all settings that can not be used at once, and asks nobody', async () => {
    const place = await aDesk()
    Object.assign(place.settings, { STAFF_CHAT_ID: '5', LOG_LEVEL: 'loud' })
    const { lines } = await examine(place)
    expect(lines).toHaveLength(2)
    expect(place.sim.calls).toEqual([])
  })

  test('as a process: the lines, the exit code, and never the token', async () => {
    const place = await aDesk()
    place.group.promoteBot('member')
    const { code, output } = await runCommand('doctor', place.dataDir, place.settings)
    expect(output).toContain('the bot is no administrator')
    expect(output).not.toContain(place.sim.token)
    expect(code).toBe(1)
  })
})

describe('holidays', () => {
  const sure = (...years: readonly number[]) => years.map((year) => ({ year, isProvisional: false }))
  const on = (day: string) => new Date(`${day}T12:00:00Z`)

  test('known for a year ahead are well, and not so when they end sooner', () => {
    expect(judgeHolidays({ years: sure(2026, 2027) }, on('2026-11-28')).verdict).toBe('ok')
    expect(lineOf(judgeHolidays({ years: sure(2026, 2027) }, on('2027-02-01')))).toMatch(
      /^warning {2}calendar: holidays are known up to 31 December 2027 only; .*calendar: closed: and open:\.$/,
    )
  })

  test('that are a guess are said to be one, in the same line', () => {
    const years = [...sure(2026), { year: 2027, isProvisional: true }]
    expect(lineOf(judgeHolidays({ years }, on('2026-11-28')))).toMatch(
      /^warning {2}calendar: holidays are known up to 31 December 2027; of 2027 .* are a guess; .*closed: and open:\.$/,
    )
    expect(judgeHolidays({ years: [...years, ...sure(2028, 2029)] }, on('2028-01-10')).verdict).toBe('ok')
  })

  test('of no country are well', async () => {
    const catalog = { ...(await loadCatalog(null)), calendar: { country: 'none' } as const }
    expect(checkCalendar(catalog, on('2026-11-28')).map(lineOf)).toEqual([
      'ok       calendar: no holidays but those of your catalogue.',
    ])
  })
})

const MB = 1024 ** 2

test.each([
  [10 * MB, 'problem'],
  [500 * MB, 'warning'],
  [5_000 * MB, 'ok'],
])('%d bytes of room are %s', (bytes, verdict) => {
  expect(judgeSpace(bytes).verdict).toBe(verdict)
})

test.each([
  [29_000, 'ok'],
  [-29_000, 'ok'],
  [31_000, 'warning'],
  [-31_000, 'warning'],
])('a clock that is %d ms ahead is %s', (aheadMs, verdict) => {
  expect(judgeClock(aheadMs, 'Telegram').verdict).toBe(verdict)
})
