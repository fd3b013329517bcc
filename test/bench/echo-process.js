// The least a bot can do: answers each text with the same text, and keeps nothing.
import { Bot } from 'grammy'
import { createMeter } from './meter.js'

const meter = createMeter()
const bot = new Bot(process.env.BOT_TOKEN, { client: { apiRoot: process.env.TELEGRAM_API_ROOT } })
bot.on('message:text', async (ctx) => {
  const begunAt = performance.now()
  await ctx.reply(ctx.message.text)
  meter.add(performance.now() - begunAt)
})
process.once('SIGTERM', () => bot.stop().then(() => process.exit(0)))
await bot.start()
