import type { Place } from '../../playground/act-protocol.ts'
import type { GroupView, MessageView } from '../../playground/protocol.ts'
import { act } from '../store/act.ts'
import { topicsOf } from '../store/topics.ts'
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
  const choices = [...placesOf(scope.viewerId, botChat), ...placesInGroups(scope.viewerId)]
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

interface Destination {
  label: string
  place: Place
}

function placesInGroups(viewerId: number): Destination[] {
  const isIn = ({ members, upgradedTo }: GroupView) =>
    upgradedTo === null &&
    members.some(({ userId, status }) => userId === viewerId && status !== 'left' && status !== 'kicked')
  return groups.value.filter(isIn).flatMap(({ id, title }) => placesOf(id, title))
}

/** The chat, or in a forum its topics, the newest on top. */
function placesOf(chatId: number, title: string): Destination[] {
  const topics = topicsOf(chatId)
  if (!topics) return [{ label: title, place: { chatId } }]
  const open = topics.filter(({ state }) => state === 'open')
  const inTopics = open.map(({ id, name }) => ({
    label: `${title} › ${name}`,
    place: { chatId, topicId: id },
  }))
  return [{ label: `${title} › ${chatWords.value.general}`, place: { chatId } }, ...inTopics.reverse()]
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
