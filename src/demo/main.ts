import { HELP, OptionError, readOptions } from './options.ts'
import { runPlayground } from './playground.ts'
import { runStory } from './run-story.ts'

/** Somebody has pressed Ctrl-C, or the system asks to end. */
class InterruptedError extends Error {}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.play === 'help') return console.log(HELP)
  const interrupted = whenInterrupted()
  if (options.play === 'story') return runStory(interrupted)
  // An end that was asked for is a good one.
  await runPlayground(options, interrupted).catch((error: unknown) => {
    if (!(error instanceof InterruptedError)) throw error
    console.log('Ended.')
  })
}

/** Rejects at Ctrl-C; a second one changes nothing, since the end is bounded. */
function whenInterrupted(): Promise<never> {
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => reject(new InterruptedError()))
    }
  })
  interrupted.catch(() => undefined)
  return interrupted
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof InterruptedError) {
      console.error('Stopped.')
      process.exit(130)
    }
    if (error instanceof OptionError) console.error(error.message)
    else console.error(`The demo failed. ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  },
)
