import type { StateView } from '../simulator/playground/protocol.ts'
import type { Switch } from '../simulator/playground/room.ts'
import type { BotState, KeptBot } from './keep-bot.ts'

const WORDS = {
  stop: {
    label: { ru: 'Остановить бота', en: 'Stop the bot' },
    hint: {
      ru: 'Бот закончит начатое и закроется, как по Ctrl-C. Сообщения подождут его, но не дольше суток.',
      en: 'It finishes what it is at and closes, as at Ctrl-C. Messages wait for it, a day at most.',
    },
  },
  start: {
    label: { ru: 'Запустить бота', en: 'Start the bot' },
    hint: {
      ru: 'Всё, что накопилось без него, он разберёт по порядку.',
      en: 'It works off in order whatever came while it was away.',
    },
  },
  kill: {
    label: { ru: 'Убить бота и запустить снова', en: 'Kill the bot and start it again' },
    hint: {
      ru: 'SIGKILL посреди работы, как при отключении света. Ничего не должно потеряться и прийти дважды.',
      en: 'SIGKILL in the middle of things, like a power cut. Nothing should get lost or come twice.',
    },
  },
  link: {
    label: { ru: 'Ссылка с сайта магазина', en: "A link from the shop's site" },
    hint: {
      ru: 'Подписанная ссылка с номером заказа и темой: откройте её на телефоне клиента, и форма будет заполнена.',
      en: "A signed link with an order and a topic: open it on a customer's phone, and the form is filled in.",
    },
  },
} as const

export interface Backstage {
  readonly bot: KeptBot
  /** As the shop's site would have it. */
  readonly makeLink: () => string
}

/** What the side panel offers besides Telegram: the bot's process, and a link of the shop. */
export function createSwitches({ bot, makeLink }: Backstage): Switch[] {
  let link: string | null = null
  const isNow = (is: BotState['is']) => bot.state().is === is
  const stateIf = (is: BotState['is']) => (isNow(is) ? describe(bot.state()) : null)
  return [
    {
      ...{ id: 'bot-stop', ...WORDS.stop, isUsable: () => isNow('running'), run: () => bot.stop() },
      state: () => stateIf('running'),
    },
    {
      ...{ id: 'bot-start', ...WORDS.start, isUsable: () => isNow('stopped'), run: async () => bot.start() },
      state: () => stateIf('stopped'),
    },
    {
      ...{ id: 'bot-kill', ...WORDS.kill, isUsable: () => isNow('running'), run: () => bot.killAndStart() },
      state() {
        const state = bot.state()
        return state.is === 'running' && state.kills > 0 ? killed(state.kills) : null
      },
    },
    {
      ...{ id: 'shop-link', ...WORDS.link },
      state: () => (link === null ? null : { words: { ru: link, en: link } }),
      async run() {
        link = makeLink()
      },
    },
  ]
}

function describe(state: BotState): StateView {
  const { since: moment } = state
  if (state.is === 'running') {
    const { pid } = state
    return {
      words: { ru: `работает с {moment}, процесс ${pid}`, en: `running since {moment}, process ${pid}` },
      moment,
    }
  }
  const { after } = state
  if (after === null) return { words: { ru: 'остановлен {moment}', en: 'stopped {moment}' }, moment }
  return {
    words: { ru: `завершился сам {moment}: ${after}`, en: `ended by itself {moment}: ${after}` },
    moment,
  }
}

function killed(times: number): StateView {
  const ru = new Intl.PluralRules('ru').select(times) === 'few' ? 'раза' : 'раз'
  return {
    words: {
      ru: `убит уже ${times} ${ru}`,
      en: `killed ${times === 1 ? 'once' : `${times} times`} so far`,
    },
  }
}
