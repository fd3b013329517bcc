import type { GroupView, MessageView, Place } from '../../playground/protocol.ts'
import { act } from '../store/act.ts'
import { groups } from '../store/world.ts'
import { type ChatScope, useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { useModal } from './use-modal.ts'

/** Where to forward a message: one's chat with the bot, or a group one is in. */
export function ForwardDialog() {
  const scope = useChat()
  return scope.forwarding.value ? <Choice scope={scope} views={scope.forwarding.value} /> : null
}

function Choice({ scope, views }: { scope: ChatScope; views: readonly MessageView[] }) {
  const dialog = useModal()
  const { forwardTo, close, botChat } = chatWords.value
  const choices = [{ label: botChat, place: { chatId: scope.viewerId } }, ...placesIn(scope.viewerId)]
  const finish = () => dialog.current?.close()
  const forget = () => {
    scope.forwarding.value = null
  }
  return (
    <dialog ref={dialog} class="chat-dialog" aria-label={forwardTo} onClose={forget}>
      <h2>{forwardTo}</h2>
      <ul>
        {choices.map(({ label, place }) => (
          <li>
            <button
              type="button"
              onClick={() => {
                finish()
                void forward(scope, views, place)
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="chat-dialog-close" onClick={finish}>
        {close}
      </button>
    </dialog>
  )
}

function placesIn(viewerId: number): { label: string; place: Place }[] {
  const isIn = ({ members, upgradedTo }: GroupView) =>
    upgradedTo === null &&
    members.some(({ userId, status }) => userId === viewerId && status !== 'left' && status !== 'kicked')
  return groups.value.filter(isIn).flatMap((group) => {
    const { id: chatId, title, isForum } = group
    if (!isForum) return [{ label: title, place: { chatId } }]
    const open = group.topics.filter(({ state }) => state === 'open')
    const topics = open.map(({ id, name }) => ({
      label: `${title} › ${name}`,
      place: { chatId, topicId: id },
    }))
    return [{ label: `${title} › ${chatWords.value.general}`, place: { chatId } }, ...topics.reverse()]
  })
}

/** In a private chat and as a guest of a group one writes as oneself. */
async function forward(scope: ChatScope, views: readonly MessageView[], place: Place): Promise<void> {
  const isHere = place.chatId === scope.chatId
  const actor = isHere ? scope.actor : ({ as: 'person', personId: scope.viewerId } as const)
  for (const { chatId, message } of views) {
    const answer = await act({
      do: 'forward',
      actor,
      place,
      fromChatId: chatId,
      messageId: message.message_id,
    })
    if (!answer.isOk) return
  }
  scope.say(chatWords.value.forwarded)
}
