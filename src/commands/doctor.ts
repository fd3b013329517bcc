import { config as loadEnv } from 'dotenv'
import { createSystemClock } from '../delivery/system-clock.ts'
import { examineDesk } from './doctor/examine-desk.ts'

/** `npm run doctor`: what is well with the desk and what is not, each with its mend. */
loadEnv({ quiet: true })
const { lines, exitCode } = await examineDesk(process.env, createSystemClock())
console.log(lines.join('\n'))
process.exitCode = exitCode
