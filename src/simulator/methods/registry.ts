import { badRequest } from '../bot-api/bot-api-error.ts'
import { botProfileHandlers } from './bot-profile.ts'
import type { Handler, Handlers } from './call.ts'
import { callbackHandlers } from './callbacks.ts'
import { chatHandlers } from './chats.ts'
import { copyHandlers } from './copy-and-forward.ts'
import { deleteHandlers } from './delete.ts'
import { editHandlers } from './edit.ts'
import { ephemeralHandlers } from './ephemeral.ts'
import { fileHandlers } from './files.ts'
import { forumTopicHandlers } from './forum-topics.ts'
import { pinAndReactionHandlers } from './pins-and-reactions.ts'
import { sendHandlers } from './send.ts'
import { sendOtherHandlers } from './send-other.ts'
import { updateHandlers } from './updates.ts'

const HANDLERS: Handlers = {
  ...chatHandlers,
  ...copyHandlers,
  ...fileHandlers,
  ...pinAndReactionHandlers,
  ...sendOtherHandlers,
  ...botProfileHandlers,
  ...updateHandlers,
  ...sendHandlers,
  ...editHandlers,
  ...deleteHandlers,
  ...callbackHandlers,
  ...forumTopicHandlers,
  ...ephemeralHandlers,
}

/** What a documented method does here; one that is not modelled says so rather than pretending. */
export function findHandler(method: string): Handler {
  return (
    HANDLERS[method] ??
    (() => {
      throw badRequest('method not modelled')
    })
  )
}
