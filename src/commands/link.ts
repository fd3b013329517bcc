import { runAsProcess } from './console/run-as-process.ts'
import { makeLink } from './link/make-link.ts'

/** `npm run link -- --customer 4711 --order 12345678-0001 --topic delivery/late` */
await runAsProcess(makeLink)
