import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Simulator, startSimulator } from '../simulator/simulator.ts'
import { type BotProcess, startBot } from './bot-process.ts'
import { buildBot } from './build.ts'
import { createStage } from './stage.ts'
import { type Cast, playStory } from './story.ts'

/** Tells the whole story of a ticket in text. @param interrupted rejects when somebody wants to end it */
export async function runStory(interrupted: Promise<never>): Promise<void> {
  console.log('Building the bot where something changed …')
  await Promise.race([buildBot(), interrupted])
  const dataDir = await mkdtemp(join(tmpdir(), 'desk-demo-'))
  const sim = await startSimulator({ limits: 'telegram', timeZone: 'Europe/Moscow' })
  try {
    await Promise.race([tell(sim, dataDir, interrupted), interrupted])
  } finally {
    await sim.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function tell(sim: Simulator, dataDir: string, interrupted: Promise<never>): Promise<void> {
  const startedAt = Date.now()
  let isInterrupted = false
  interrupted.catch(() => {
    isInterrupted = true
  })
  const cast = castOf(sim)
  const bot = startBot(dataDir, {
    BOT_TOKEN: sim.token,
    TELEGRAM_API_ROOT: sim.url,
    STAFF_CHAT_ID: String(cast.staff.id),
    LOG_LEVEL: 'warn',
  })
  console.log(
    'Starting it on an empty database, with a stand-in for Telegram. The story takes about half a minute.',
  )
  try {
    await Promise.race([sim.waitForBot({ timeoutMs: 30_000 }), bot.died, interrupted])
    await Promise.race([playStory(createStage(sim, console.log), cast), bot.died, interrupted])
  } catch (error) {
    const lines = bot.lastLines()
    if (!isInterrupted && lines.length > 0) console.error(`The bot's last words:\n${lines.join('\n')}\n`)
    await bot.stop()
    throw error
  }
  await endWell(sim, bot, startedAt)
}

async function endWell(sim: Simulator, bot: BotProcess, startedAt: number): Promise<void> {
  const code = await bot.stop()
  if (code !== 0) throw new Error(`The bot was asked to stop and ended with exit code ${code}.`)
  const calls = sim.calls.filter(({ method }) => method !== 'getUpdates')
  const refused = calls.filter(({ ok }) => !ok)
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(`
The end. ${calls.length} calls to Telegram in ${seconds} s, the bot closed cleanly.`)
  for (const { method, error } of refused) console.log(`  refused and dealt with: ${method}, ${error}`)
}

function castOf(sim: Simulator): Cast {
  const customer = sim.createUser({ firstName: 'Анна', languageCode: 'ru' })
  const agent = sim.createUser({ firstName: 'Ольга', languageCode: 'ru' })
  const staff = sim.createGroup({ title: 'Поддержка', kind: 'forum' })
  staff.join(agent)
  return { customer, agent, staff }
}
