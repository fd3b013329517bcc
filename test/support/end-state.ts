import { queryTestDatabase } from './database.ts'
import type { Shop } from './open-shop.ts'
import type { Told } from './whole-story.ts'

/** What a story has come to, without the ids, numbers and times that differ from one telling to the next. */
export interface EndState {
  readonly tickets: readonly unknown[]
  readonly attachments: readonly unknown[]
  readonly messages: readonly unknown[]
  readonly events: readonly unknown[]
  readonly drafts: readonly unknown[]
  readonly topics: readonly string[]
  readonly customerScreen: string
  readonly groupScreen: string
}

export async function readEndState(shop: Shop, { customer }: Told): Promise<EndState> {
  const ask = async (sql: string) =>
    (await queryTestDatabase(shop.location, sql)).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
    )
  return {
    tickets: await ask(
      `SELECT "categoryId", "problemId", "orderNumber", description, status, priority, version,
        "assigneeId" IS NOT NULL AS assigned FROM tickets ORDER BY "createdAt"`,
    ),
    attachments: await ask('SELECT position, kind, caption FROM attachments ORDER BY position'),
    messages: await ask(
      `SELECT author, content, "replyToId" IS NOT NULL AS reply, "albumId" IS NOT NULL AS album,
        "editedAt" IS NOT NULL AS edited, "retractedAt" IS NOT NULL AS retracted
        FROM ticket_messages ORDER BY "sourceChatId", "sourceMessageId"`,
    ),
    events: await ask('SELECT kind, actor, before, after FROM ticket_events ORDER BY seq'),
    drafts: await ask('SELECT body FROM drafts UNION ALL SELECT body FROM parked_messages'),
    topics: shop.group.topics().map(({ name, state }) => `${withoutNumbers(name)} ${state}`),
    customerScreen: withoutNumbers(customer.screen()),
    groupScreen: withoutNumbers(shop.group.screen()),
  }
}

/** Ids of ours have twelve characters; what Telegram numbers stands in a message's content. */
const OWN_ID = /^(agent:)?[\w-]{12}$/
const TELEGRAM_IDS = /"(fileId|fileUniqueId|fromChatId|messageId)":("[^"]*"|-?\d+)/g

function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value.replace(OWN_ID, '$1<id>').replaceAll(TELEGRAM_IDS, '"$1":"<id>"')
}

/** Ticket numbers, times of the day and ids of topics. */
function withoutNumbers(screen: string): string {
  return screen
    .replaceAll(/\d{3,4}-\d{3,4}/g, '<number>')
    .replaceAll(/\d{1,2}:\d{2}/g, '<time>')
    .replaceAll(/ · \d+ ─+$/gm, ' · <topic>')
}
