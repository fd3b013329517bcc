import type { Client, Statement, Writer } from './client.ts'

/**
 * Runs statements one after the other in a transaction of their own: all of them or none. Of single statements Prisma keeps its plans; a batch
 * with statements past its compiler (see insertRows) it would compile anew each time (1.9 ms instead of 1.3 for two guards and seven
 * calls, SQLite), and keep as well.
 * @param statementsFor builds them for the transaction
 */
export async function runTogether(
  client: Client,
  statementsFor: (writer: Writer) => readonly Statement[],
): Promise<void> {
  await client.$transaction(async (writer) => {
    for (const statement of statementsFor(writer)) await statement
  })
}
