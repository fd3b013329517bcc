import type { Stores } from '../../app/ports.ts'
import type { Client } from '../client.ts'
import type { WriteBatch } from '../write-batch.ts'
import { createAgentPlaceStore } from './agent-place-store.ts'
import { createAgentStore } from './agent-store.ts'
import { createConversationStateStore } from './conversation-state-store.ts'
import { createCustomerStore } from './customer-store.ts'
import { createDraftStore } from './draft-store.ts'
import { createErasureStore } from './erasure-store.ts'
import { createEventStore } from './event-store.ts'
import { createFeatureRefusalStore } from './feature-refusal-store.ts'
import { createGroupTroubleStore } from './group-trouble-store.ts'
import { createHoldStore } from './hold-store.ts'
import { createMessageLinkStore } from './message-link-store.ts'
import { createMessageStore } from './message-store.ts'
import { createOrderFactsStore } from './order-facts-store.ts'
import { createRatingStore } from './rating-store.ts'
import { type Reader, readAnew } from './read-once.ts'
import { createSelfHelpStore } from './self-help-store.ts'
import { createStaffGroupStore } from './staff-group-store.ts'
import { createStaffThreadStore } from './staff-thread-store.ts'
import { createStoredFileStore } from './stored-file-store.ts'
import { createTagStore } from './tag-store.ts'
import { createTicketStore } from './ticket-store.ts'

/** The stores of one unit of work: they read the database and put their writes into the batch. */
export function createStores(client: Client, batch: WriteBatch, read: Reader = readAnew): Stores {
  return {
    customers: createCustomerStore(client, batch),
    agents: createAgentStore(client, batch),
    tickets: createTicketStore(client, batch),
    messages: createMessageStore(client, batch),
    events: createEventStore(client, batch),
    threads: createStaffThreadStore(client, batch, read),
    links: createMessageLinkStore(client, batch),
    drafts: createDraftStore(client, batch, read),
    conversations: createConversationStateStore(client, batch, read),
    storedFiles: createStoredFileStore(client, batch),
    staffGroups: createStaffGroupStore(client, batch, read),
    holds: createHoldStore(client, batch),
    refusals: createFeatureRefusalStore(client, batch),
    groupTroubles: createGroupTroubleStore(client, batch),
    orderFacts: createOrderFactsStore(client, batch),
    ratings: createRatingStore(client, batch),
    erasure: createErasureStore(client, batch),
    tags: createTagStore(client, batch),
    agentPlaces: createAgentPlaceStore(client, batch),
    selfHelp: createSelfHelpStore(client, batch),
  }
}
