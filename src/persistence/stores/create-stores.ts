import type { Stores } from '../../app/ports.ts'
import type { Client, Connection } from '../client.ts'
import { createSearchStore } from '../search/search-store.ts'
import { createSearchWriter } from '../search/search-writer.ts'
import type { WriteBatch } from '../write-batch.ts'
import { createAgentPlaceStore } from './agent-place-store.ts'
import { createAgentStore } from './agent-store.ts'
import { createApiRequestStore } from './api-request-store.ts'
import { createAuditStore } from './audit-store.ts'
import { createChangedTicketStore } from './changed-ticket-store.ts'
import { createConversationStateStore } from './conversation-state-store.ts'
import { createCustomerStore } from './customer-store.ts'
import { createDraftStore } from './draft-store.ts'
import { createErasureStore } from './erasure-store.ts'
import { createEventStore } from './event-store.ts'
import { createFeatureRefusalStore } from './feature-refusal-store.ts'
import { createFiguresStore } from './figures-store.ts'
import { createGroupTroubleStore } from './group-trouble-store.ts'
import { createGuideStore } from './guide-store.ts'
import { createHoldStore } from './hold-store.ts'
import { createMacroStore } from './macro-store.ts'
import { type Memory, NO_MEMORY } from './memory.ts'
import { createMessageLinkStore } from './message-link-store.ts'
import { createMessageStore } from './message-store.ts'
import { createOrderFactsStore } from './order-facts-store.ts'
import { createOverviewStore } from './overview-store.ts'
import { createRatingStore } from './rating-store.ts'
import { createSelfHelpStore } from './self-help-store.ts'
import { createStaffGroupStore } from './staff-group-store.ts'
import { createStaffThreadStore } from './staff-thread-store.ts'
import { createStoredFileStore } from './stored-file-store.ts'
import { createTagStore } from './tag-store.ts'
import { createTicketStore } from './ticket-store.ts'

/**
 * The stores of one unit of work: they read the database and put their writes into the batch.
 * @param now the commit's moment
 */
export function createStores(
  client: Client,
  batch: WriteBatch,
  memory: Memory = NO_MEMORY,
  now: () => Date = () => new Date(),
): Omit<Stores, keyof Readers> {
  const search = createSearchWriter(client, batch, (id) => customers.byId(id))
  const customers = createCustomerStore(client, batch, search, memory)
  return {
    customers,
    agents: createAgentStore(client, batch, memory),
    tickets: createTicketStore(client, batch, { search, memory, now }),
    messages: createMessageStore(client, batch, { search, memory, now }),
    events: createEventStore(client, batch, memory),
    threads: createStaffThreadStore(client, batch, memory),
    links: createMessageLinkStore(client, batch),
    drafts: createDraftStore(client, batch, memory),
    conversations: createConversationStateStore(client, batch, memory),
    storedFiles: createStoredFileStore(client, batch),
    staffGroups: createStaffGroupStore(client, batch, memory),
    holds: createHoldStore(client, batch),
    refusals: createFeatureRefusalStore(client, batch),
    groupTroubles: createGroupTroubleStore(client, batch),
    orderFacts: createOrderFactsStore(client, batch),
    ratings: createRatingStore(client, batch),
    erasure: createErasureStore(client, batch, search),
    tags: createTagStore(client, batch, memory),
    agentPlaces: createAgentPlaceStore(client, batch),
    selfHelp: createSelfHelpStore(batch),
    figures: createFiguresStore(client, batch),
    audit: createAuditStore(client, batch),
    macros: createMacroStore(client, batch),
    guides: createGuideStore(client, batch),
    apiRequests: createApiRequestStore(client, batch),
    changedTickets: createChangedTicketStore(client),
  }
}

type Readers = Pick<Stores, 'search' | 'overviews'>

/** The stores that only read. */
export function createReaders(connection: Pick<Connection, 'client' | 'provider'>): Readers {
  return { search: createSearchStore(connection), overviews: createOverviewStore(connection.client) }
}
