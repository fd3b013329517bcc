import type { Language } from '../domain/people.ts'
import type { NamedRoles } from '../domain/roles.ts'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Another system that may use the HTTP API: its name is what customers and agents read above its answers. */
export interface ApiToken {
  readonly name: string
  readonly secret: string
}

/** The settings, checked and with their defaults. */
export interface Config {
  readonly botToken: string
  /** The staff group; null: set-up mode, the bot only tells the ids of groups it is added to. */
  readonly staffChatId: number | null
  /** Members of the staff group who are more there than Telegram says. */
  readonly roles: NamedRoles
  /** Without a slash at its end. */
  readonly telegramApiRoot: string
  readonly database: {
    /** PostgreSQL; null: SQLite in `dataDir`. */
    readonly url: string | null
    readonly dataDir: string
  }
  /** grammY's free storage for the replay logs of conversations; null: they are in the database. */
  readonly freeStorage: {
    /** The storage's API, without a slash at its end; null: grammY's own. */
    readonly url: string | null
    /** A log-in made before; null: the bot logs in with its token. */
    readonly jwt: string | null
  } | null
  /** Where the files of tickets live: only at Telegram, by their ids, or also as copies in `attachments/` of `dataDir`. */
  readonly attachments: 'telegram' | 'disk'
  /** Null: the catalogue that comes with the desk. */
  readonly catalogFile: string | null
  /** The shop's zone, an IANA name. */
  readonly timeZone: string
  /** For customers whose client names neither of our languages. */
  readonly defaultLanguage: Language
  /** How a ticket is shown to the staff: in one rich message, or as a text with its files behind it. */
  readonly ticketCard: 'rich' | 'plain'
  readonly logLevel: LogLevel
  /** Days after "resolved" within which a customer's message opens the ticket again; 0: never. */
  readonly reopenWindowDays: number
  /** Telegram brings the updates to `url` and shows `secret`; null: it is asked for them. */
  readonly webhook: { readonly url: string; readonly secret: string } | null
  /** Where the webhook, health and metrics are served; null: nowhere. */
  readonly port: number | null
  /** Days after its end for which a ticket is kept; null: until its customer deletes it. */
  readonly retentionDays: number | null
  /** Is the past week reported to the staff group on Mondays? */
  readonly weeklyReport: boolean
  /** The server that takes mail, and the sender's address; null: customers are answered in Telegram alone. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** What the shop's site signs its links with, and the desk its questions to the shop; null: neither is to be had. */
  readonly linkSecret: string | null
  /** Where the shop answers about orders; null: nowhere. */
  readonly orderLookupUrl: string | null
  /** Who may use the HTTP API; empty: there is none. */
  readonly apiTokens: readonly ApiToken[]
  /** Where other systems are told what happens to tickets, and what that is signed with; null: nowhere. */
  readonly events: { readonly url: string; readonly secret: string } | null
}
