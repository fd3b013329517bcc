// A ticket bot as grammY's guides teach it: conversations for the form, the runner with sequentialize, auto-retry on every call
// (inside conversations too), and a topic with a card and an album for each ticket. It keeps nothing but what the plugins keep.
import { autoRetry } from '@grammyjs/auto-retry'
import { conversations, createConversation } from '@grammyjs/conversations'
import { run, sequentialize } from '@grammyjs/runner'
import { Bot, InlineKeyboard } from 'grammy'

const { BOT_TOKEN, TELEGRAM_API_ROOT, STAFF_CHAT_ID } = process.env
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } })
bot.api.config.use(autoRetry())

const KINDS = ['Заказ не привезли вовремя', 'Курьер не приехал']
let lastNumber = 100_000

async function ticket(conversation, ctx) {
  const kinds = new InlineKeyboard()
  for (const kind of KINDS) kinds.text(kind, kind)
  await ctx.reply('Что именно случилось?', { reply_markup: kinds })
  const tapped = await conversation.waitForCallbackQuery(KINDS)
  await tapped.answerCallbackQuery()
  await ctx.reply('Номер заказа?')
  const order = await conversation.form.text()
  await ctx.reply('Опишите суть.')
  const description = await conversation.form.text()
  await ctx.reply('Фото и чеки? Когда все, нажмите «Готово».', {
    reply_markup: new InlineKeyboard().text('Готово', 'done'),
  })
  const photos = []
  for (;;) {
    const next = await conversation.waitFor(['message:photo', 'callback_query:data'])
    if (next.callbackQuery) {
      await next.answerCallbackQuery()
      break
    }
    photos.push(next.message.photo.at(-1).file_id)
  }
  await ctx.reply('Проверьте, всё ли верно.', {
    reply_markup: new InlineKeyboard().text('Отправить', 'send'),
  })
  const sent = await conversation.waitForCallbackQuery('send')
  await sent.answerCallbackQuery()
  const name = ctx.from.first_name
  const number = await conversation.external(() =>
    show({ name, kind: tapped.match, order, description, photos }),
  )
  await ctx.reply(`Обращение № ${number} принято.`)
}

async function show({ name, kind, order, description, photos }) {
  lastNumber += 1
  const topic = await bot.api.createForumTopic(STAFF_CHAT_ID, `${lastNumber} · ${kind} · ${name}`)
  const inTopic = { message_thread_id: topic.message_thread_id }
  const card = `№ ${lastNumber}\n${kind}\nЗаказ: ${order}\nКлиент: ${name}\n\n${description}`
  await bot.api.sendMessage(STAFF_CHAT_ID, card, inTopic)
  const album = photos.map((media) => ({ type: 'photo', media }))
  if (album.length > 0) await bot.api.sendMediaGroup(STAFF_CHAT_ID, album, inTopic)
  return lastNumber
}

bot.use(sequentialize((ctx) => ctx.chat?.id.toString()))
bot.use(
  conversations({
    plugins: [
      (ctx, next) => {
        ctx.api.config.use(autoRetry())
        return next()
      },
    ],
  }),
)
bot.use(createConversation(ticket))
bot.chatType('private').command('new', (ctx) => ctx.conversation.enter('ticket'))
bot.catch((error) => console.error('guide bot:', error.message))

const runner = run(bot)
process.once('SIGTERM', () => runner.stop().then(() => process.exit(0)))
