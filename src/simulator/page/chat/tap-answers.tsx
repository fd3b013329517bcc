import { useEffect, useRef, useState } from 'preact/hooks'
import type { TapView } from '../../playground/protocol.ts'
import { taps } from '../store/world.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { followInside, Link } from './link.tsx'
import { useModal } from './use-modal.ts'

/** What the bot answers to the viewer's taps in this chat: a few words that pass, or a dialog to confirm. */
export function TapAnswers() {
  const scope = useChat()
  const told = useRef<Set<string> | null>(null)
  const [alerts, setAlerts] = useState<readonly TapView[]>([])
  const wasFollowed = (url: string | null) => url !== null && followInside(scope, url)
  const own = taps.value.filter(({ userId, chatId }) => userId === scope.viewerId && chatId === scope.chatId)
  useEffect(() => {
    const answered = own.filter(({ answer }) => answer !== null)
    // What was answered before the chat was opened is past.
    const fresh = told.current === null ? [] : answered.filter(({ id }) => !told.current?.has(id))
    told.current = new Set(answered.map(({ id }) => id))
    for (const { answer } of fresh) {
      if (answer && !answer.isAlert && answer.text !== '') scope.say(answer.text)
    }
    const shown = fresh.filter(
      ({ answer }) => answer && (answer.isAlert || answer.url) && !wasFollowed(answer.url),
    )
    if (shown.length > 0) setAlerts((before) => [...before, ...shown])
  }, [own.map(({ id, answer }) => `${id} ${answer !== null}`).join()])
  const [first, ...rest] = alerts
  return first ? <Alert key={first.id} tap={first} onClose={() => setAlerts(rest)} /> : null
}

function Alert({ tap, onClose }: { tap: TapView; onClose(): void }) {
  const dialog = useModal()
  const { answerOfBot, ok, openLink } = chatWords.value
  const { text = '', url = null } = tap.answer ?? {}
  return (
    <dialog ref={dialog} class="chat-dialog" role="alertdialog" aria-label={answerOfBot} onClose={onClose}>
      {text === '' ? null : <p dir="auto">{text}</p>}
      {url === null ? null : <Link url={url}>{openLink}</Link>}
      <button type="button" class="chat-dialog-close" onClick={() => dialog.current?.close()}>
        {ok}
      </button>
    </dialog>
  )
}
