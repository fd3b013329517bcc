import type { Prisma, PrismaClient } from './generated/sqlite/client.ts'

/** Both generated clients have the same models; SQLite's stands for either. */
export type Client = PrismaClient

/** What can be asked and written within a transaction. */
export type Writer = Prisma.TransactionClient

/** A statement that runs when it is awaited, or its batch does. */
export type Statement = PromiseLike<unknown>

/** One that Prisma takes in a list, too. */
export type ListedStatement = Prisma.PrismaPromise<unknown>

export type Provider = 'sqlite' | 'postgresql'

/** A client with what differs between the providers. */
export interface Connection {
  readonly provider: Provider
  readonly client: Client
  /**
   * Statements that make sequence numbers grow in commit order until the end of the transaction: a reader that remembers
   * the last number it saw must not miss a smaller one committed later. Empty where one writer at a time is the rule.
   */
  serializeOutbox(client: Writer): readonly Statement[]
  /** The moment by the clock that all processes on this database share. */
  now(): Promise<Date>
}

/** Prisma's code of an error (P2025: row not found, P2002: unique constraint), or null. https://www.prisma.io/docs/orm/reference/error-reference */
export function prismaErrorCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'P2010') return CODES_OF_KINDS[kindOfRaw(error)] ?? code
  return typeof code === 'string' && /^P\d{4}$/.test(code) ? code : null
}

/** A statement of our own is refused with the adapter's word for what a statement of Prisma's has a code for. */
const CODES_OF_KINDS: Readonly<Record<string, string>> = {
  UniqueConstraintViolation: 'P2002',
  TransactionWriteConflict: 'P2034',
}

function kindOfRaw(error: unknown): string {
  const { meta } = error as { readonly meta?: { readonly driverAdapterError?: { readonly cause?: object } } }
  const cause = meta?.driverAdapterError?.cause
  return cause !== undefined && 'kind' in cause ? String(cause.kind) : ''
}
