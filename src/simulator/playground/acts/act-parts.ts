import { z } from 'zod'
import { CONTENT_KINDS } from '../../bot-api/content-kinds.ts'
import { FAULT_KINDS } from '../../faults.ts'
import { FASTEST, SLOWEST } from '../paced-clock.ts'
import { above, atLeast, atMost, atMostLong, matching } from './checks.ts'

/** What the acts are made of, checked. */

const MAX_LEAP_DAYS = 31

export const id = z.int()
export const words = z.string().check(atMostLong('text-too-long', 100_000))
/** A person's or a topic's name. */
export const name = z
  .string()
  .trim()
  .check(matching(/./s, { reason: 'name-empty' }), atMostLong('name-too-long', 128))
export const username = z.string().check(matching(/^@?[A-Za-z]\w{3,31}$/, { reason: 'username-form' }))
export const language = z
  .string()
  .check(matching(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { reason: 'language-form' }))

const user = z.object({
  id,
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
})

export const entity = z.object({
  type: z.string(),
  offset: z.int().min(0),
  length: z.int().min(1),
  url: z.string().optional(),
  user: user.optional(),
  language: z.string().optional(),
  custom_emoji_id: z.string().optional(),
  unix_time: z.int().optional(),
  date_time_format: z.string().optional(),
})

export const actor = z.discriminatedUnion('as', [
  z.object({ as: z.literal('person'), personId: id }),
  z.object({ as: z.literal('anonymous'), personId: id }),
  z.object({ as: z.literal('channel'), personId: id }),
  z.object({ as: z.literal('other-bot') }),
])
const place = z.object({ chatId: id, topicId: id.exactOptional() })
export const inPlace = { actor, place }
export const onMessage = { actor, chatId: id, messageId: id }
export const inGroup = { groupId: id }
export const inGroupBy = { groupId: id, byId: id }

export const sampleKind = z.enum(CONTENT_KINDS)
export const uploadedItem = z.object({
  uploadId: z.string(),
  kind: z.enum(['photo', 'document', 'video', 'audio', 'voice']),
})
export const botRights = z.union([
  z.enum(['admin', 'member', 'restricted', 'absent']),
  z.array(z.string()).max(50),
])

export const faultKind = z.enum(FAULT_KINDS)
const perTime = z.number().check(above(0, { reason: 'not-positive' }), atMost(100_000))
export const speed = z.number().check(atLeast(SLOWEST), atMost(FASTEST))
export const times = z.int().check(atLeast(1), atMost(1_000_000))
/** Seconds, a day at most. */
export const retryAfter = z.int().check(atLeast(1), atMost(86_400))
export const floodSettings = z.object({
  privateBurst: perTime,
  privatePerSecond: perTime,
  groupPerMinute: perTime,
  totalPerSecond: perTime,
})

/** How far the clock leaps. */
export const leapMs = z
  .number()
  .check(
    atLeast(0, { reason: 'leap-back' }),
    atMost(MAX_LEAP_DAYS * 24 * 60 * 60 * 1000, { reason: 'leap-too-far', days: MAX_LEAP_DAYS }),
  )
