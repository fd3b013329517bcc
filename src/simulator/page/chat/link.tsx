import type { ComponentChildren } from 'preact'
import { act } from '../store/act.ts'
import { bot } from '../store/world.ts'
import { type ChatScope, useChat } from './chat-scope.ts'
import { safeUrl, type TelegramTarget, telegramTarget } from './telegram-link.ts'

interface Props {
  url: string
  class?: string
  children: ComponentChildren
}

/** A link of a message. What leads into the messenger stays in it, everything else opens beside the page. */
export function Link({ url, children, ...rest }: Props) {
  const scope = useChat()
  const href = safeUrl(url)
  if (href === null) return <span class={rest.class}>{children}</span>
  const follow = (event: Event) => {
    if (followInside(scope, href)) event.preventDefault()
  }
  return (
    <a {...rest} href={href} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
    </a>
  )
}

/** @returns whether the link leads into the messenger and was followed there */
export function followInside(scope: ChatScope, href: string): boolean {
  const target = telegramTarget(href, bot.value?.user.username)
  if (target) void follow(scope, target)
  return target !== null
}

async function follow(scope: ChatScope, target: TelegramTarget): Promise<void> {
  if (target.to === 'message') return scope.goTo(target.chatId, target.messageId)
  const { viewerId } = scope
  const answer = await act({ do: 'open-link', personId: viewerId, url: target.url })
  if (answer.isOk) scope.goTo(viewerId, null)
}
