import type { Language } from '../domain/people.ts'
import type { Switch } from '../simulator/playground/room.ts'
import type { LetterBox } from './catch-letters.ts'
import type { BotState, KeptBot } from './keep-bot.ts'

const WORDS = {
  ru: {
    stop: {
      label: 'Остановить бота',
      hint: 'Бот закончит начатое и закроется, как по Ctrl-C. Сообщения его подождут.',
    },
    start: { label: 'Запустить бота', hint: 'Всё, что накопилось без него, он разберёт по порядку.' },
    kill: {
      label: 'Убить бота и запустить снова',
      hint: 'SIGKILL посреди работы, как при отключении света. Ничего не должно потеряться и прийти дважды.',
    },
    link: {
      label: 'Ссылка с сайта магазина',
      hint: 'Подписанная ссылка с номером заказа и темой: откройте её на телефоне клиента, и форма будет заполнена.',
    },
    letters: {
      label: 'Письмо в терминал',
      hint: 'Письма бота никуда не уходят: последнее печатается в терминале, а все лежат страницами в папке.',
    },
    noLetters: 'Писем ещё не было.',
    lastLetter: (count: number, to: string, subject: string) =>
      `писем: ${count}; последнее для ${to}: «${subject}»`,
    runningSince: (time: string, pid: number) => `работает с ${time}, процесс ${pid}`,
    stoppedAt: (time: string) => `остановлен в ${time}`,
    diedAt: (time: string, after: string) => `завершился сам в ${time}: ${after}`,
    killed: (times: number) => `убит уже ${times} ${ruTimes(times)}`,
  },
  en: {
    stop: {
      label: 'Stop the bot',
      hint: 'It finishes what it is at and closes, as at Ctrl-C. Messages wait for it.',
    },
    start: { label: 'Start the bot', hint: 'It works off in order whatever came while it was away.' },
    kill: {
      label: 'Kill the bot and start it again',
      hint: 'SIGKILL in the middle of things, like a power cut. Nothing should get lost or come twice.',
    },
    link: {
      label: "A link from the shop's site",
      hint: "A signed link with an order and a topic: open it on a customer's phone, and the form is filled in.",
    },
    letters: {
      label: 'Print the last letter',
      hint: "The bot's mail goes nowhere: the last letter is printed in the terminal, and all are pages in a folder.",
    },
    noLetters: 'There are no letters yet.',
    lastLetter: (count: number, to: string, subject: string) =>
      `${count} so far; the last to ${to}: “${subject}”`,
    runningSince: (time: string, pid: number) => `running since ${time}, process ${pid}`,
    stoppedAt: (time: string) => `stopped at ${time}`,
    diedAt: (time: string, after: string) => `ended by itself at ${time}: ${after}`,
    killed: (times: number) => `killed ${times === 1 ? 'once' : `${times} times`} so far`,
  },
} as const

export interface Backstage {
  readonly bot: KeptBot
  readonly letterBox: LetterBox
  /** As the shop's site would have it. */
  readonly makeLink: () => string
}

/** What the side panel offers besides Telegram: the bot's process, a link of the shop, and letters. */
export function createSwitches({ bot, letterBox, makeLink }: Backstage, language: Language): Switch[] {
  const words = WORDS[language]
  let link = ''
  const stateIf = (is: BotState['is']) => {
    const state = bot.state()
    return state.is === is ? describe(state, language) : ''
  }
  return [
    { id: 'bot-stop', ...words.stop, state: () => stateIf('running'), run: () => bot.stop() },
    { id: 'bot-start', ...words.start, state: () => stateIf('stopped'), run: async () => bot.start() },
    {
      ...{ id: 'bot-kill', ...words.kill, run: () => bot.killAndStart() },
      state() {
        const state = bot.state()
        return state.is === 'running' && state.kills > 0 ? words.killed(state.kills) : ''
      },
    },
    {
      ...{ id: 'shop-link', ...words.link, state: () => link },
      async run() {
        link = makeLink()
      },
    },
    letterSwitch(letterBox, words),
  ]
}

function letterSwitch({ letters }: LetterBox, words: (typeof WORDS)[Language]): Switch {
  return {
    ...{ id: 'letters', ...words.letters },
    state() {
      const last = letters.at(-1)
      return last === undefined ? '' : words.lastLetter(letters.length, last.to, last.subject)
    },
    async run() {
      const last = letters.at(-1)
      if (last === undefined) throw new Error(words.noLetters)
      const lines = last.text.split('\n').map((line) => `    ${line}`)
      console.log(`\n  ${last.to}: ${last.subject}\n\n${lines.join('\n')}\n\n  ${last.file}\n`)
    },
  }
}

function describe(state: BotState, language: Language): string {
  const words = WORDS[language]
  const time = new Date(state.since).toLocaleTimeString(language === 'ru' ? 'ru-RU' : 'en-GB')
  if (state.is === 'running') return words.runningSince(time, state.pid)
  return state.after === null ? words.stoppedAt(time) : words.diedAt(time, state.after)
}

function ruTimes(count: number): string {
  return new Intl.PluralRules('ru').select(count) === 'few' ? 'раза' : 'раз'
}
