import { UnavailableError } from '../domain/errors.ts'

/** Prisma: can't be reached, timed out, connection closed, no connection free, transaction lost, too many connections. */
const PRISMA_CODES = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']
/** PostgreSQL's classes: connection, insufficient resources, operator intervention (a restart), system error; an idle transaction ended. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SQL_STATES = /^(08|53|57|58)...$|^25P0[34]$/
const SYSTEM_CODES =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/
const ADAPTER_KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']
/** The driver's own words where it gives no code. */
const WORDS =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|Query read timeout/

/** How deep errors are wrapped at most: Prisma's around its adapter's around the driver's. */
const DEPTH = 5

/** Is it the database that is away, and not the statement that was wrong? Then the same will do later. */
export function isAway(error: unknown): boolean {
  return saysAway(error, DEPTH)
}

function saysAway(error: unknown, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false
  const { code, kind, message, cause, meta } = error as Readonly<Record<string, unknown>>
  if (
    typeof code === 'string' &&
    (PRISMA_CODES.includes(code) || SQL_STATES.test(code) || SYSTEM_CODES.test(code))
  )
    return true
  if (typeof kind === 'string' && ADAPTER_KINDS.includes(kind)) return true
  if (typeof message === 'string' && WORDS.test(message)) return true
  const driverError = (meta as { readonly driverAdapterError?: unknown } | undefined)?.driverAdapterError
  return saysAway(cause, depth - 1) || saysAway(driverError, depth - 1)
}

/** @throws UnavailableError where the database was away; any other error as it is */
export async function orUnavailable<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw isAway(error) ? new UnavailableError(what, { cause: error }) : error
  }
}
