import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Language } from '../domain/people.ts'
import { ActRefusal } from '../simulator/playground/act-refusal.ts'
import type { Paper } from '../simulator/playground/room.ts'
import { AGENT_IDS, agentNames } from './cast.ts'
import type { Home } from './home.ts'
import type { KeptBot } from './keep-bot.ts'
import { writeWhole } from './write-whole.ts'

const OWN_CATALOG = fileURLToPath(new URL('../config/catalogs/default.yaml', import.meta.url))

const SETTINGS = {
  label: { ru: 'Настройки бота', en: 'Settings of the bot' },
  hint: {
    ru: 'Строки файла .env. Бот перезапустится с ними; если он их не примет, всё останется как было.',
    en: 'Lines of a file .env. The bot is started again with them; if it refuses them, all stays as it was.',
  },
} as const
const CATALOG = {
  label: { ru: 'Каталог', en: 'Catalogue' },
  hint: {
    ru: 'Темы, вопросы, сроки и контакты магазина. Бот перезапустится с ними, если в них нет ошибок.',
    en: "The shop's topics, questions, promises and contacts. The bot is started again with them if they hold no mistake.",
  },
} as const

const BUSY = {
  ru: 'Бот как раз перезапускается. Подождите немного и сохраните ещё раз.',
  en: 'The bot is being started again just now. Wait a moment and save once more.',
} as const

/** What is written in the staff's language, whatever the page's. */
const WORDS = {
  ru: {
    about: `# Что написано здесь, важнее того, с чем площадка запускает бота сама. Имена настроек есть в README.
# Уберите решётку перед строкой, чтобы попробовать.`,
    setUp:
      'Без группы: режим установки. Создайте группу, добавьте в неё бота и впишите номер, который он назовёт.',
    owner: (name: string) => `${name} — владелец`,
    supervisor: (name: string) => `${name} — супервайзер`,
  },
  en: {
    about: `# What is written here goes before what the playground starts the bot with. README names all settings.
# Take away the # before a line to try it.`,
    setUp:
      'Without a group: set-up mode. Make a group, add the bot to it, and write down the number it tells.',
    owner: (name: string) => `${name} is an owner`,
    supervisor: (name: string) => `${name} is a supervisor`,
  },
} as const

/** Until somebody has written settings: some to try. */
function settingsToTry(language: Language): string {
  const { about, setUp, owner, supervisor } = WORDS[language]
  const [first = '', second = ''] = agentNames(language)
  return `${about}

# ${setUp}
# STAFF_CHAT_ID=

# ${owner(first)}
# OWNERS=${AGENT_IDS[0]}
# ${supervisor(second)}
# SUPERVISORS=${AGENT_IDS[1]}

# TICKET_CARD=plain
# TIME_ZONE=Asia/Vladivostok
# REOPEN_WINDOW_DAYS=3
# RETENTION_DAYS=90
# ATTACHMENTS=disk
# WEEKLY_REPORT=off
`
}

/** What an owner would edit in an editor, offered by the side panel: settings and catalogue. */
export function createPapers(home: Home, bot: KeptBot, language: Language): Paper[] {
  let isBusy = false
  const inFile = (file: string, initial: () => Promise<string>): Pick<Paper, 'read' | 'save'> => ({
    read: async () => (await textIn(file)) ?? (await initial()),
    async save(text) {
      if (isBusy) throw new ActRefusal({ reason: 'told', words: BUSY })
      isBusy = true
      try {
        await putToUse(bot, file, text)
      } finally {
        isBusy = false
      }
    },
  })
  return [
    { id: 'settings', ...SETTINGS, ...inFile(home.settingsFile, async () => settingsToTry(language)) },
    { id: 'catalog', ...CATALOG, ...inFile(home.catalogFile, () => readFile(OWN_CATALOG, 'utf8')) },
  ]
}

/** The bot starts with the new text, or with the old one where it refuses. @throws Error with the bot's last words */
async function putToUse(bot: KeptBot, file: string, text: string): Promise<void> {
  const before = await textIn(file)
  if (bot.state().is === 'running') await bot.stop()
  await writeWhole(file, text.replaceAll('\r\n', '\n'))
  const refusal = await bot.tryStart()
  if (refusal === null) return
  if (before === null) await rm(file)
  else await writeWhole(file, before)
  // What it refused may be older: then it stays down, and the terminal says why.
  await bot.tryStart()
  throw new Error(refusal)
}

async function textIn(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null)
}
