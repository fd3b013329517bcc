import { runAsProcess } from './console/run-as-process.ts'
import { moveDesk } from './move/move-desk.ts'

/** `npm run move -- --to postgresql://…` */
await runAsProcess(moveDesk)
