import { untracked } from '@preact/signals'
import type { MessageView } from '../../playground/protocol.ts'
import { Icon } from '../frame/icons.tsx'
import { BubbleFoot } from './bubble-foot.tsx'
import { BubbleHead } from './bubble-head.tsx'
import { type ChatScope, useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { Content } from './content.tsx'
import { InlineKeyboard } from './inline-keyboard.tsx'
import { memo } from './memo.ts'
import { playgroundNow } from './playground-now.ts'
import { preview } from './preview.ts'
import { Reactions } from './reactions.tsx'
import { senderOf } from './sender.ts'

interface Props {
  /** An album is several. */
  views: readonly MessageView[]
  startsGroup: boolean
  endsGroup: boolean
}

/** A message with all that belongs to it. */
export const Bubble = memo(function Bubble({ views, startsGroup, endsGroup }: Props) {
  const scope = useChat()
  const [first] = views
  const last = views.at(-1)
  if (!first || !last) return null
  const { message } = first
  const own = first.authorId === scope.viewerId
  // Whoever writes in another name wants to see in which.
  const isNamed = (!own || senderOf(message).kind !== 'person') && message.chat.type !== 'private'
  return (
    <li
      class="chat-line chat-message"
      data-key={first.key}
      data-message={message.message_id}
      data-own={own}
      data-starts={startsGroup}
      data-ends={endsGroup}
      data-aside={first.onlyFor !== null}
    >
      <div class="chat-with-keyboard">
        <article class="chat-bubble" data-bare={isBare(views)}>
          <BubbleHead view={first} showsName={startsGroup && isNamed} />
          <Content views={views} />
          <Reactions view={first} />
          <BubbleFoot view={last} isEdited={views.some(({ isEdited }) => isEdited)} />
        </article>
        <InlineKeyboard view={first} />
      </div>
      <MenuButton views={views} scope={scope} />
    </li>
  )
})

/** Stickers and dice stand on the wallpaper without a bubble. */
function isBare([first, ...others]: readonly MessageView[]): boolean {
  return others.length === 0 && Boolean(first?.message.sticker ?? first?.message.dice)
}

function MenuButton({ views, scope }: { views: readonly MessageView[]; scope: ChatScope }) {
  const [first] = views
  const { menu } = chatWords.value
  const open = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const { left, bottom } = currentTarget.getBoundingClientRect()
    scope.menu.value = { views, part: null, x: left, y: bottom, opener: currentTarget }
  }
  const now = untracked(playgroundNow)
  const what = first
    ? [...preview(first.message, chatWords.value, { locale: scope.locale, now })].slice(0, 40).join('')
    : ''
  return (
    <button
      type="button"
      class="chat-menu-button"
      aria-haspopup="menu"
      aria-label={menu.of(what)}
      onClick={open}
    >
      <Icon name="dots" />
    </button>
  )
}
