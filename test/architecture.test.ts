import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkImports } from './support/import-rules.ts'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

test('the rooms import only what the table allows', async () => {
  const { files, violations } = await checkImports(folder('..'))
  expect(violations).toEqual([])
  // A run that follows nothing finds nothing wrong either.
  expect(files.length).toBeGreaterThan(100)
})

test('an import that the table does not allow is found, whatever its kind', async () => {
  const { violations } = await checkImports(folder('fixtures/architecture'))
  expect(violations).toEqual([
    'a-desk-runs-as-its-own-process: src/run-desk.ts → src/run-process.ts',
    'a-room-of-its-own: src/stray-file.ts → src/delivery/and-back.ts',
    'database-only-in-persistence: src/telegram/screen.ts → @prisma/client',
    'domain-is-pure: src/domain/reads-the-disk.ts → fs',
    'domain-is-pure: src/domain/reads-the-disk.ts → zod',
    'grammy-only-in-telegram: src/delivery/one-way.ts → grammy',
    'i18n-only-in-telegram-and-texts: src/jobs/translates.ts → @grammyjs/i18n',
    'imports-of-app: src/app/knows-telegram.ts → src/telegram/screen.ts',
    'imports-of-commands: src/commands/starts-the-bot.ts → src/main.ts',
    'imports-of-config: src/config/looks-around.ts → src/jobs/translates.ts',
    'imports-of-demo: src/demo/wires-the-desk.ts → src/run-desk.ts',
    'imports-of-domain: src/domain/reads-the-disk.ts → src/app/knows-telegram.ts',
    'imports-of-jobs: src/jobs/translates.ts → src/simulator/knows-the-bot.ts',
    'imports-of-persistence: src/persistence/uses-a-use-case.ts → src/app/knows-telegram.ts',
    'imports-of-simulator: src/simulator/knows-the-bot.ts → src/delivery/one-way.ts',
    'imports-of-simulator: src/simulator/knows-the-bot.ts → src/main.ts',
    'imports-of-telegram: src/telegram/screen.ts → src/delivery/one-way.ts',
    'no-cycles: src/delivery/and-back.ts → src/delivery/one-way.ts',
    'no-dead-ends: src/simulator/knows-the-bot.ts → ./nowhere.ts',
    'no-development-packages: src/main.ts → vitest',
    'nothing-imports-main: src/commands/starts-the-bot.ts → src/main.ts',
    'nothing-imports-main: src/simulator/knows-the-bot.ts → src/main.ts',
    'web-server-only-in-http: src/jobs/translates.ts → hono',
    'wiring-only-from-main: src/demo/wires-the-desk.ts → src/run-desk.ts',
  ])
})
