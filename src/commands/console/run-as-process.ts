import { config as loadEnv } from 'dotenv'
import { ConfigError } from '../../config/config-error.ts'
import { EXIT_CONFIG, explainConfigError } from '../../config/explain-config-error.ts'
import type { Environment } from '../../config/parse-config.ts'
import { createLogger } from '../../logger.ts'
import { CopyRefusedError } from '../../persistence/copying/copy-refused-error.ts'
import { DatabaseUnavailableError } from '../../persistence/database-unavailable-error.ts'
import { MigrationError } from '../../persistence/migration-plan.ts'

/** What a command is given; `print` writes a line for the owner. */
export interface CommandCall {
  readonly env: Environment
  readonly args: readonly string[]
  readonly print: (line: string) => void
}

/** Runs an owner's command with the settings of .env; what it resolves to is the exit code. Mistakes are told in a sentence. */
export async function runAsProcess(command: (call: CommandCall) => Promise<number>): Promise<void> {
  loadEnv({ quiet: true })
  const print = (line: string) => console.log(line)
  try {
    process.exitCode = await command({ env: process.env, args: process.argv.slice(2), print })
  } catch (error) {
    process.exitCode = tell(error)
  }
}

function tell(error: unknown): number {
  if (error instanceof ConfigError) {
    console.error(explainConfigError(error))
    return EXIT_CONFIG
  }
  const isForOwner =
    error instanceof CopyRefusedError ||
    error instanceof MigrationError ||
    error instanceof DatabaseUnavailableError ||
    isUnreadableArgument(error)
  if (isForOwner) {
    console.error(error.message)
    return 1
  }
  createLogger({ level: 'error' }).fatal({ err: error }, 'The command failed')
  return 1
}

/** https://nodejs.org/api/errors.html#err_parse_args_unknown_option and its likes */
function isUnreadableArgument(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
