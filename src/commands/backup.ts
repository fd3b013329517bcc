import { backUpDesk } from './backup/back-up-desk.ts'
import { runAsProcess } from './console/run-as-process.ts'

/** `npm run backup [-- FILE]` */
await runAsProcess(backUpDesk)
