import type { Message } from '../../../src/simulator/bot-api/types.ts'
import type { MessageView } from '../../../src/simulator/playground/protocol.ts'

let order = 0

type Given = Partial<Omit<MessageView, 'message'>> & { date?: number; message?: Partial<Message> }

/** A message as the page knows it; what is not given is made up. */
export function aView({ date = 1_700_000_000, message, ...given }: Given = {}): MessageView {
  order += 1
  const from = { id: 1, is_bot: false, first_name: 'Anna' }
  return {
    chatId: 1,
    key: String(order),
    order,
    message: { message_id: order, date, from, chat: { id: 1, type: 'private' }, ...message },
    isDeleted: false,
    isEdited: false,
    isFromBot: false,
    authorId: message?.from?.id ?? 1,
    asksReply: null,
    reactions: [],
    onlyFor: null,
    delivery: 'none',
    ...given,
  }
}
