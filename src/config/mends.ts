import { LANGUAGES } from '../domain/people.ts'
import { LOG_LEVELS } from './config.ts'
import type { SettingName } from './each-setting.ts'

/** What to write instead. */
export const MENDS: Record<SettingName, string> = {
  BOT_TOKEN:
    'open @BotFather in Telegram, send /newbot (or /token for a bot you have), and write what it answers, like 123456789:AAE…',
  STAFF_CHAT_ID:
    "write the group's id, a negative number like -1001234567890, or leave it out: the bot then tells the id of any group it is added to",
  OWNERS:
    "write the Telegram ids of people in the staff group, like 123456789, 987654321, or leave it out: the group's creator is its owner",
  SUPERVISORS:
    "write the Telegram ids of people in the staff group, like 123456789, 987654321, or leave it out: the group's administrators are supervisors",
  TELEGRAM_API_ROOT:
    'write an address that begins with https:// or http://, or leave it out for Telegram itself',
  DATABASE_URL:
    'write postgresql://user:password@host:5432/database, or leave it out to keep everything in an SQLite file in DATA_DIR',
  DATA_DIR: "write a folder's path",
  SESSION_STORAGE: 'write database or free, or leave it out for the database',
  FREE_STORAGE_URL:
    "with SESSION_STORAGE=free write the address of the storage's API, like https://sessions.example.com/api, or leave it out for grammY's own; without it take it out",
  FREE_STORAGE_JWT:
    'with SESSION_STORAGE=free write what the storage answered to a log-in, letters, digits, dots and dashes, or leave it out: the bot then logs in with its token; without it take it out',
  ATTACHMENTS: 'write telegram or disk, or leave it out for telegram',
  CATALOG_FILE: 'write the path of a catalogue',
  TIME_ZONE: 'write a name like Europe/Moscow or Asia/Yekaterinburg',
  DEFAULT_LANGUAGE: `write ${LANGUAGES.join(' or ')}`,
  TICKET_CARD: 'write rich, or plain if your agents use clients that do not show rich messages',
  LOG_LEVEL: `write one of ${LOG_LEVELS.join(', ')}`,
  REOPEN_WINDOW_DAYS: 'write a number like 7, or 0 if a resolved ticket is never to be opened again',
  WEBHOOK_URL:
    'write the https:// address at which Telegram reaches PORT, on port 443, 80, 88 or 8443, or leave out both it and WEBHOOK_SECRET: the bot then asks Telegram for updates itself',
  WEBHOOK_SECRET:
    'write 1 to 256 letters A-Z, a-z, digits, "_" and "-" that nobody can guess, or leave out both it and WEBHOOK_URL',
  PORT: 'write a number from 1 to 65535 where the bot is to listen; without WEBHOOK_URL it may be left out',
  RETENTION_DAYS:
    'write for how many days an ended ticket is kept, a number from 10 to 9999, or leave it out: tickets are then kept until their customer deletes them',
  WEEKLY_REPORT: 'write on or off, or leave it out: the past week is then reported on Mondays',
  SMTP_URL:
    'write smtps://user:password@mail.example.com or smtp://mail.example.com:587, or leave out both it and MAIL_FROM: customers are then answered in Telegram alone',
  MAIL_FROM:
    "write the sender's address, like support@shop.example or Shop <support@shop.example>, or leave out both it and SMTP_URL",
  LINK_SECRET:
    "write at least 16 characters that nobody can guess, the same as in your shop's site, or leave it out: links then open the plain form",
  ORDER_LOOKUP_URL:
    'write the https:// address at which your shop answers about orders, with LINK_SECRET, or leave it out: order numbers are then checked by their form alone',
  API_TOKENS:
    'write name:secret for each system that may use the HTTP API, several with commas between them, the secrets of at least 32 characters like those of "openssl rand -hex 32", with PORT; or leave it out: there is then no API',
  EVENTS_URL:
    'write the https:// address at which your system takes what happens to tickets, with EVENTS_SECRET, or leave out both: nobody is then told',
  EVENTS_SECRET:
    'write whsec_ and at least 24 random bytes in base64, like echo whsec_$(openssl rand -base64 32) makes them, with EVENTS_URL, or leave out both: nobody is then told',
}
