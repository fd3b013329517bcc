import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import sharp from 'sharp'
import { loadCatalog } from '../../src/config/load-catalog.ts'
import { LANGUAGES, type Language } from '../../src/domain/people.ts'
import { en } from '../../src/simulator/page/words/en.ts'
import { ru } from '../../src/simulator/page/words/ru.ts'
import { loadTexts, type Texts } from '../../src/texts/texts.ts'
import { CHROMIUM_ARGS, findChromium } from '../support/find-chromium.ts'
import { takePhoto } from '../support/photo-set.ts'
import { openDemo } from './open-demo.ts'

const FOLDER = fileURLToPath(new URL('../../src/demo/pictures/', import.meta.url))
/** Pixels. A picture in README is to load quickly. */
const MAX_WIDTH = 840
const SMALL = { palette: true, colours: 64, dither: 0, compressionLevel: 9, effort: 10 } as const

/** Whom the demo seats: the customer that speaks the language, and the group's creator. */
const CUSTOMERS = { ru: 410_000_001, en: 410_000_002 } as const
const AGENT = 420_000_001
const STAFF = -1_001_700_000_001

const SAID = {
  ru: {
    locale: 'ru-RU',
    description: 'Сегодня получила заказ, на кружке трещина. Хочу обменять на такую же. Чек на втором фото.',
    answer: 'Здравствуйте, Анна. Такая же кружка есть на складе: курьер привезёт её завтра и заберёт эту.',
    reply: 'Спасибо, после шести буду дома',
  },
  en: {
    locale: 'en-GB',
    description:
      'The order came today, and the mug has a crack. I would like the same one. The receipt is in the second photo.',
    answer: 'Hello Emma. We have the same mug: the courier brings it tomorrow and takes this one.',
    reply: 'Thank you, I am at home after six',
  },
} as const

/** Makes README's pictures of the playground anew, by filing a ticket in the demo and answering it. */
export async function makePlaygroundPictures(): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === null) return console.log('No Chromium took pictures of the playground: set CHROMIUM')
  mkdirSync(FOLDER, { recursive: true })
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  try {
    for (const language of LANGUAGES) await takePictures(browser, language)
  } finally {
    await browser.close()
  }
}

async function takePictures(browser: Browser, language: Language): Promise<void> {
  const demo = await openDemo(language)
  try {
    const viewport = { width: 1_100, height: 940 }
    const { locale } = SAID[language]
    const look = {
      viewport,
      locale,
      deviceScaleFactor: 2,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    } as const
    const page = await (await browser.newContext(look)).newPage()
    const customer = CUSTOMERS[language]
    await page.goto(`${demo.url}#left=${customer},${customer}&right=${AGENT},${STAFF}&panel=none`)
    const stage: Stage = { page, language, texts: loadTexts()(language), words: { ru, en }[language] }
    const number = await file(stage)
    await answer(stage, number)
    await askForNumbers(stage)
    await page.context().close()
  } finally {
    await demo.close()
  }
}

interface Stage {
  readonly page: Page
  readonly language: Language
  /** Of the desk. */
  readonly texts: Texts
  /** Of the page. */
  readonly words: typeof en
}

async function file(stage: Stage): Promise<string> {
  const { language, texts, words } = stage
  const phone = handOn(stage, 'left')
  const problem = (await loadCatalog(null)).categories
    .flatMap((category) => category.problems.map((each) => ({ category, problem: each })))
    .find((each) => each.problem.id === 'damaged')
  if (problem === undefined) throw new Error('The catalogue knows nothing damaged')
  await phone.region.getByRole('button', { name: words.phone.start, exact: true }).click()
  await phone.press(texts.plain('button-new-ticket'))
  await phone.press(texts.plain('button-agree'))
  await phone.press(problem.category.title[language])
  await phone.key(problem.problem.title[language]).waitFor()
  await shoot(phone.region, `intake-${language}`)
  await phone.press(problem.problem.title[language])
  await phone.reads(firstLine(texts.plain('ask-order', { example: '' })))
  await phone.say('12345678-0001')
  await phone.reads(firstLine(texts.plain('ask-description', { min: 0, max: 0 })))
  await phone.say(SAID[language].description)
  await phone.key(texts.plain('button-skip')).waitFor()
  await phone.attach(await photos(language))
  await phone.press(texts.plain('button-done'))
  await phone.key(texts.plain('button-send')).waitFor()
  await shoot(phone.region, `review-${language}`)
  await phone.press(texts.plain('button-send'))
  const accepted = phone.messages(/№ \d+-\d+/).last()
  const number = /\d+-\d+/.exec((await accepted.textContent()) ?? '')?.[0]
  if (number === undefined) throw new Error('The confirmation names no number')
  // The form's buttons go after the confirmation.
  await phone.key(texts.plain('button-send')).waitFor({ state: 'detached' })
  await shoot(phone.region, `confirmation-${language}`)
  return number
}

async function answer(stage: Stage, number: string): Promise<void> {
  const { page, language, texts, words } = stage
  await page.setViewportSize({ width: 1_160, height: 1_130 })
  const [customer, staff] = [handOn(stage, 'left'), handOn(stage, 'right')]
  const topics = staff.region.getByRole('navigation', { name: words.phone.topicsOf('', '').slice(0, 4) })
  await topics.getByRole('button', { name: number }).click()
  await staff.press(texts.plain('button-take'))
  await staff.key(texts.plain('button-resolve')).waitFor()
  await staff.say(SAID[language].answer)
  await customer.reads(SAID[language].answer)
  await customer.say(SAID[language].reply)
  await staff.reads(SAID[language].reply)
  await shoot(staff.region, `topic-${language}`)
}

/** What `/stats` in the group answers in the agent's own chat with the bot. */
async function askForNumbers(stage: Stage): Promise<void> {
  const { page, language, words } = stage
  const staff = handOn(stage, 'right')
  await page.setViewportSize({ width: 840, height: 1_100 })
  const chats = staff.region.getByRole('navigation', { name: words.phone.chatsOf('') }).getByRole('button')
  const topics = staff.region.getByRole('navigation', { name: words.phone.topicsOf('', '').slice(0, 4) })
  await chats.first().click()
  await staff.region.getByRole('button', { name: words.phone.start, exact: true }).click()
  await staff.field.waitFor()
  await chats.last().click()
  await topics.getByRole('button', { name: words.phone.general }).click()
  await staff.say('/stats')
  await chats.first().click()
  await staff.region.getByRole('button', { name: words.chat.openPhoto(1, 1) }).waitFor()
  await shoot(staff.region, `statistics-${language}`)
}

function handOn({ page, words }: Stage, side: 'left' | 'right') {
  const { frame, chat, composer, common } = words
  const region = page.getByRole('region', { name: side === 'left' ? frame.leftPhone : frame.rightPhone })
  const log = region.getByRole('log', { name: chat.messages })
  const field = region.getByRole('textbox', { name: composer.message })
  const key = (name: string) =>
    log.getByRole('group', { name: chat.button.keyboard }).getByRole('button', { name }).last()
  const messages = (text: string | RegExp) => log.getByRole('article').filter({ hasText: text })
  return {
    ...{ region, field, key, messages },
    press: (name: string) => key(name).click(),
    reads: (text: string | RegExp) => messages(text).last().waitFor(),
    async say(text: string) {
      await field.fill(text)
      await field.press('Enter')
    },
    async attach(files: { name: string; mimeType: string; buffer: Buffer }[]) {
      await region.getByRole('button', { name: composer.attach }).click()
      const opened = page.waitForEvent('filechooser')
      await region.getByRole('menuitem', { name: composer.files }).click()
      await (await opened).setFiles(files)
      await page.getByRole('dialog').getByRole('button', { name: common.send }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
  }
}

async function photos(language: Language) {
  const scenes = ['mug', `${language === 'ru' ? 'cyrillic' : 'latin'} receipt`]
  const taken = scenes.map(async (scene, place) => ({
    name: `photo-${place + 1}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await takePhoto(scene, { size: 1_280 }),
  }))
  return Promise.all(taken)
}

const firstLine = (text: string) => text.split('\n')[0]?.replace(/<.*?>/g, '') ?? ''

/** Between two looks whether anything still moves. Milliseconds. */
const LOOK_EVERY_MS = 400

/** Takes the picture when nothing moves any more. */
async function shoot(phone: Locator, name: string): Promise<void> {
  await phone.page().mouse.move(0, 0)
  await phone.locator('.chat-sayings p').first().waitFor({ state: 'detached' })
  let [before, now]: [Buffer, Buffer] = [Buffer.alloc(0), await phone.screenshot()]
  while (!now.equals(before)) {
    await phone.page().waitForTimeout(LOOK_EVERY_MS)
    ;[before, now] = [now, await phone.screenshot()]
  }
  const sized = sharp(now).resize({ width: MAX_WIDTH, withoutEnlargement: true })
  const small = await sized.png(SMALL).toBuffer()
  writeFileSync(`${FOLDER}${name}.png`, small)
  console.log(`${name}.png: ${Math.round(small.length / 1024)} KB`)
}
