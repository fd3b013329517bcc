import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ChatView } from '../chat/chat-view.tsx'
import { Composer } from '../composer/composer.tsx'
import { DropZone } from '../composer/drop-zone.tsx'
import { SendFilesDialog } from '../composer/send-files-dialog.tsx'
import { draftAt, startEdit, startReply } from '../store/drafts.ts'
import { openChat } from '../store/here.ts'
import { lastFor, topicOfId } from '../store/last-message.ts'
import type { Side } from '../store/place.ts'
import { markSeen } from '../store/seen.ts'
import { words } from '../words/words.ts'
import { BotIntro } from './bot-intro.tsx'
import { ChatHeader } from './chat-header.tsx'
import { ChatTabs } from './chat-tabs.tsx'
import { type HeldPhone, heldPhone } from './held-phone.ts'
import { fullName } from './names.ts'
import { PersonPicker } from './person-picker.tsx'
import { TopicList } from './topic-list.tsx'

/** One phone: who holds it, which chat is open, the chat and what is being written in it. */
export function Phone({ side }: { side: Side }) {
  const phone = heldPhone(side)
  const { frame } = words.value
  const label = side === 'left' ? frame.leftPhone : frame.rightPhone
  return (
    <section
      class="phone"
      data-phone={side}
      tabIndex={-1}
      aria-label={phone ? `${label}: ${fullName(phone.person.user)}` : label}
    >
      {phone ? <PhoneContent phone={phone} /> : null}
    </section>
  )
}

function PhoneContent({ phone }: { phone: HeldPhone }) {
  const files = useSignal<readonly File[]>([])
  const { person, group, side, topics } = phone
  const addFiles = (added: readonly File[]) => {
    files.value = [...files.value, ...added]
  }
  const isWritable = !person.isDeactivated && (group !== null || (person.hasStarted && !person.hasBlocked))
  return (
    <DropZone isOpen={isWritable} onFiles={addFiles}>
      <div class="phone-top">
        <PersonPicker side={side} person={person} />
        <ChatTabs phone={phone} />
      </div>
      <ChatHeader phone={phone} />
      <div class="phone-body">
        {topics ? <TopicList phone={phone} topics={topics} /> : null}
        <OpenChat phone={phone} />
      </div>
      <Composer phone={phone} onFiles={addFiles} />
      {files.value.length > 0 ? <SendFilesDialog phone={phone} files={files} /> : null}
    </DropZone>
  )
}

function OpenChat({ phone: { side, person, group, at, actor } }: { phone: HeldPhone }) {
  const { personId, chatId, topicId } = at
  const last = lastFor(personId, chatId, topicId)
  useEffect(() => {
    if (last) markSeen(personId, last, topicId)
  }, [last, personId, topicId])
  const draft = draftAt(at)
  return (
    <div class="open-chat">
      {group === null && !person.hasStarted && !last ? (
        <BotIntro user={person.user} />
      ) : (
        <ChatView
          chatId={chatId}
          topicId={topicId}
          actor={actor}
          viewerId={personId}
          onReply={({ message }) => startReply(draft, message.message_id)}
          onEdit={({ message }) =>
            startEdit(draft, message.message_id, message.text ?? message.caption ?? '')
          }
          onGoTo={(id, messageId) => openChat(side, id, topicOfId(id, messageId))}
        />
      )}
    </div>
  )
}
