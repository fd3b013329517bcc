import { CatalogError } from './catalog-error.ts'
import type { ConfigError, ConfigProblem } from './config-error.ts'
import { TOKEN_MISSING } from './each-setting.ts'

/** The process's exit code when the settings or the catalogue can't be used: EX_CONFIG of sysexits.h. */
export const EXIT_CONFIG = 78

const HOW_TO_GET_A_TOKEN =
  'BOT_TOKEN is not set: open @BotFather in Telegram, send /newbot, and write the token it gives you into the file .env after BOT_TOKEN=. ' +
  'To see the desk at work without a token, run npm run demo.'

/** What the owner reads on the console: each mistake with its mend, without a stack trace. */
export function explainConfigError(error: ConfigError | CatalogError): string {
  if (error instanceof CatalogError) {
    return error.problems
      .map(({ file, line, problem, mend }) => `${file}:${line}: ${problem}; ${mend}.`)
      .join('\n')
  }
  const isTokenMissing = (problem: ConfigProblem) =>
    problem.name === 'BOT_TOKEN' && problem.problem === TOKEN_MISSING
  const others = error.problems.filter((problem) => !isTokenMissing(problem))
  const lines = others.map(({ name, problem, mend }) => `${name} ${problem}: ${mend}.`)
  if (error.problems.some(isTokenMissing)) lines.unshift(HOW_TO_GET_A_TOKEN)
  return lines.join('\n')
}
