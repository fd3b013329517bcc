import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

/** Who may import what: the rooms of src/, as rules for dependency-cruiser. Types count as much as code. */

const DELIVERY_PORTS = '^src/delivery/(ports|outbox-port|meters|watch-store|inbox-event|outgoing-call)[.]ts$'
const DOMAIN = '^src/domain/'
const APP = '^src/app/'
const TEXTS = '^src/texts/'

/** Besides its own files. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  app: [DOMAIN],
  delivery: [DOMAIN],
  persistence: [
    DOMAIN,
    '^src/app/(staff-|shop-|privacy-|search-|figures-|desk-|api-|work-)?ports[.]ts$',
    DELIVERY_PORTS,
  ],
  telegram: [APP, DOMAIN, TEXTS, DELIVERY_PORTS],
  files: [DELIVERY_PORTS],
  photos: [DOMAIN, DELIVERY_PORTS, '^src/files/open-file[.]ts$'],
  shop: [DOMAIN, DELIVERY_PORTS],
  jobs: [APP, DOMAIN, TEXTS, '^src/delivery/'],
  http: [APP, DOMAIN, TEXTS, DELIVERY_PORTS],
  mail: [APP, DOMAIN, TEXTS, DELIVERY_PORTS],
  reports: [APP, DOMAIN, TEXTS, DELIVERY_PORTS],
  config: [DOMAIN],
  texts: [DOMAIN],
  simulator: [],
  // The bot as a process, its clock, and what a seed is written through.
  demo: [
    '^src/simulator/',
    DOMAIN,
    DELIVERY_PORTS,
    '^src/(run-process|wire-sla)[.]ts$',
    '^src/delivery/system-clock[.]ts$',
    '^src/persistence/(open-database|process-name)[.]ts$',
    '^src/config/load-catalog[.]ts$',
    '^src/app/keep-promises[.]ts$',
    '^src/telegram/start-link[.]ts$',
  ],
  commands: ['^src/(?!main[.]ts$)'],
}

const roomRules: IForbiddenRuleType[] = Object.entries(ROOMS).map(([room, others]) => ({
  name: `imports-of-${room}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|test|prisma)/', pathNot: [`^src/${room}/`, ...others] },
}))

/** A package and all that is below its name. */
const npm = (...names: string[]) => names.map((name) => `(^|/)node_modules/${name}/`)

const RULES: IForbiddenRuleType[] = [
  ...roomRules,
  {
    name: 'imports-of-logger',
    severity: 'error',
    from: { path: '^src/logger[.]ts$' },
    to: { path: '^(src|test|prisma)/', pathNot: DOMAIN },
  },
  {
    name: 'a-room-of-its-own',
    severity: 'error',
    comment: 'Every file of src/ belongs to a room that is in the table.',
    from: {
      path: '^src/',
      pathNot: [
        `^src/(${Object.keys(ROOMS).join('|')})/`,
        '^src/(main|run-process|run-desk|wire-[a-z]+|logger)[.]ts$',
      ],
    },
    to: {},
  },
  {
    name: 'nothing-imports-main',
    severity: 'error',
    comment: 'What begins a process: the bot, the demo, the commands of the owner.',
    from: {},
    to: { path: ['^src/main[.]ts$', '^src/demo/(main|desk-process)[.]ts$', '^src/commands/[^/]+[.]ts$'] },
  },
  {
    name: 'wiring-only-from-main',
    severity: 'error',
    comment: 'run-desk.ts is the composition root without the process around it; tests use it too.',
    from: { path: '^src/', pathNot: '^src/run-process[.]ts$' },
    to: { path: '^src/run-desk[.]ts$' },
  },
  {
    name: 'a-desk-runs-as-its-own-process',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/main[.]ts$', '^src/demo/desk-process[.]ts$'] },
    to: { path: '^src/run-process[.]ts$' },
  },
  {
    name: 'grammy-only-in-telegram',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/telegram/' },
    to: { path: npm('grammy', '@grammyjs'), pathNot: npm('@grammyjs/i18n') },
  },
  {
    name: 'i18n-only-in-telegram-and-texts',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(telegram|texts)/' },
    to: { path: npm('@grammyjs/i18n', '@fluent') },
  },
  {
    name: 'database-only-in-persistence',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/persistence/' },
    to: { path: npm('@prisma', '[.]prisma', 'prisma', 'better-sqlite3', 'pg') },
  },
  {
    name: 'web-server-only-in-http',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/http/' },
    to: { path: npm('hono', '@hono', 'prom-client') },
  },
  {
    name: 'smtp-only-in-mail',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/mail/' },
    to: { path: npm('nodemailer') },
  },
  {
    name: 'pictures-only-in-photos',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(photos|demo)/' },
    to: { path: npm('sharp') },
  },
  {
    name: 'domain-is-pure',
    severity: 'error',
    from: { path: DOMAIN },
    to: { pathNot: ['^src/', ...npm('luxon', '@types/luxon')] },
  },
  {
    name: 'no-development-packages',
    severity: 'error',
    comment: 'The page of the playground is built on a developer’s machine.',
    from: { path: '^src/', pathNot: '^src/simulator/page/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: npm('@types') },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two files may name each other in types: nothing of that is left when the program runs.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'no-dead-ends', severity: 'error', from: {}, to: { couldNotResolve: true } },
]

export interface Imports {
  /** Files of ours that were read. */
  readonly files: readonly string[]
  /** `rule: from → to`, sorted. */
  readonly violations: readonly string[]
}

/** Follows the imports of `src/` below the folder, types included, and holds them against the table. */
export async function checkImports(folder: string): Promise<Imports> {
  const { output } = await cruise(
    ['src'],
    {
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: RULES },
      tsPreCompilationDeps: true,
      doNotFollow: { path: ['node_modules', '^src/persistence/generated/'] },
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  )
  const { modules, summary } = output as ICruiseResult
  return {
    files: modules.map((module) => module.source).filter((source) => source.startsWith('src/')),
    violations: summary.violations
      .map(({ rule, from, to }) => `${rule.name}: ${from} → ${packageOf(to) ?? to}`)
      .sort(),
  }
}

/** The package's name, where the path leads into one. */
function packageOf(path: string): string | undefined {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
}
