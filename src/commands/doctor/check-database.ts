import { DatabaseUnavailableError } from '../../persistence/database-unavailable-error.ts'
import { type DatabaseState, inspectDatabase } from '../../persistence/inspect-database.ts'
import { MigrationError } from '../../persistence/migration-plan.ts'
import type { DatabaseLocation } from '../../persistence/open-database.ts'
import { judgeClock } from './check-clock.ts'
import { type Finding, fine, problem, warning } from './finding.ts'

/** Whether the database can be opened, fits this version, and is worked by a desk. */
export async function checkDatabase(
  location: DatabaseLocation,
  now: () => Date,
): Promise<readonly Finding[]> {
  try {
    const state = await inspectDatabase(location, now())
    const kind = state.provider === 'sqlite' ? 'SQLite' : 'PostgreSQL'
    const clock =
      state.clock === null ? [] : [judgeClock(now().getTime() - state.clock.getTime(), 'PostgreSQL')]
    const database = fine(
      'database',
      state.applied === 0 ? `${kind}, with nothing in it yet` : `${kind} can be opened`,
    )
    return [database, migrations(state), desks(state), ...clock]
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return [asProblem('database', error)]
    if (error instanceof MigrationError) return [asProblem('migrations', error)]
    throw error
  }
}

/** These errors' sentences end with the mend, after a colon. */
function asProblem(check: string, { message }: Error): Finding {
  const [says = message, mend = ''] = message.replace(/\.$/, '').split(/: (?=\D[^:]*$)/)
  return problem(check, says, mend)
}

function migrations({ applied, due }: DatabaseState): Finding {
  if (due.length === 0) return fine('migrations', `all ${applied} are applied`)
  if (applied === 0) return fine('migrations', 'the first start makes the tables')
  const mend = 'the next start applies them; take a backup before it'
  return warning(
    'migrations',
    `${applied} are applied, ${due.length} ${due.length === 1 ? 'is' : 'are'} due`,
    mend,
  )
}

function desks({ owners }: DatabaseState): Finding {
  return fine('bot', owners.length === 0 ? 'none runs on this database now' : `runs as ${owners.join(', ')}`)
}
