import { useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { InlineKeyboardButton } from '../../bot-api/types.ts'
import type { MessageView } from '../../playground/protocol.ts'
import { Icon } from '../frame/icons.tsx'
import { act } from '../store/act.ts'
import { taps } from '../store/world.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { copyText } from './copy-text.ts'
import { Link } from './link.tsx'

/** The buttons below a message. */
export function InlineKeyboard({ view }: { view: MessageView }) {
  const { viewerId } = useChat()
  const { chatId, key, message } = view
  const rows = message.reply_markup?.inline_keyboard ?? []
  // A line for each tap: a keyboard is drawn anew only when its own taps change.
  const waiting = useComputed(() =>
    taps.value
      .filter((tap) => tap.answer === null && tap.userId === viewerId)
      .filter((tap) => tap.chatId === chatId && tap.key === key)
      .map(({ data }) => data)
      .join('\n'),
  )
  if (rows.length === 0) return null
  const busy = new Set(waiting.value.split('\n'))
  const isBusy = ({ callback_data: data }: InlineKeyboardButton) => data !== undefined && busy.has(data)
  return (
    <fieldset class="chat-keyboard" aria-label={chatWords.value.button.keyboard}>
      {rows.map((row) => (
        <div class="chat-keyboard-row">
          {row.map((button) => (
            <KeyboardButton view={view} button={button} isBusy={isBusy(button)} />
          ))}
        </div>
      ))}
    </fieldset>
  )
}

interface ButtonProps {
  view: MessageView
  button: InlineKeyboardButton
  isBusy: boolean
}

function KeyboardButton({ view, button, isBusy }: ButtonProps) {
  const scope = useChat()
  const words = chatWords.value
  const { text, url, callback_data: data, copy_text: copied } = button
  const style = ['primary', 'success', 'danger'].find((each) => each === button.style)
  const login = (button.login_url as { url: string } | undefined)?.url
  const address = url ?? login
  if (address !== undefined) {
    return (
      <Link url={address} class={`chat-key ${style ?? ''}`}>
        <KeyWords style={style} text={text} hint={words.button.opensLink} />
        <Icon name="link" />
      </Link>
    )
  }
  const press = () => {
    const { actor } = scope
    if (data !== undefined) void act({ do: 'tap', actor, chatId: view.chatId, key: view.key, data })
    else if (copied) void copyText(copied.text, scope)
    else scope.say(words.button.inert)
  }
  const hint = copied ? words.button.copies : isBusy ? words.button.busy : undefined
  return (
    <button
      type="button"
      class={`chat-key ${style ?? ''}`}
      aria-busy={isBusy}
      disabled={button.disabled !== undefined && button.disabled !== false}
      onClick={press}
    >
      <KeyWords style={style} text={text} hint={hint} />
      {copied ? <Icon name="copy" /> : null}
      {isBusy ? <span class="chat-spinner" aria-hidden="true" /> : null}
    </button>
  )
}

/** Styles are told by a sign, too, and in words to those who do not see it. */
const SIGNS: Readonly<Record<string, string>> = { primary: '●', success: '✓', danger: '!' }

function KeyWords({
  style,
  text,
  hint,
}: {
  style: string | undefined
  text: string
  hint: string | undefined
}) {
  const { button } = chatWords.value
  const kind = style === 'primary' || style === 'success' || style === 'danger' ? button[style] : undefined
  const said: ComponentChildren = [kind, hint].filter(Boolean).join(', ')
  return (
    <>
      {style ? (
        <span class="chat-key-sign" aria-hidden="true">
          {SIGNS[style]}
        </span>
      ) : null}
      <span class="chat-key-text">{text}</span>
      {said === '' ? null : <span class="for-reader">({said})</span>}
    </>
  )
}
