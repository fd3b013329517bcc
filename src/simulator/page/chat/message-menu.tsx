import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { MessageView } from '../../playground/protocol.ts'
import { Icon, type IconName } from '../frame/icons.tsx'
import { MENU_ITEMS } from '../frame/menu-button.tsx'
import { moveFocus } from '../frame/move-focus.ts'
import { act } from '../store/act.ts'
import { bot, groups, people } from '../store/world.ts'
import { type ChatScope, type OpenMenu, useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { copyText } from './copy-text.ts'
import { mayDelete } from './may-delete.ts'
import { ReactionRow } from './reaction-row.tsx'
import { isOwn } from './sender.ts'

/** What can be done with a message, where it was asked for. */
export function MessageMenu() {
  const { menu } = useChat()
  return menu.value ? <Menu key={menu.value.views[0]?.key} open={menu.value} /> : null
}

function Menu({ open }: { open: OpenMenu }) {
  const scope = useChat()
  const element = useRef<HTMLDivElement>(null)
  const close = () => {
    if (element.current?.contains(document.activeElement)) open.opener?.focus({ preventScroll: true })
    scope.menu.value = null
  }
  useLayoutEffect(() => {
    element.current?.showPopover()
    place(element.current, open)
  }, [open])
  useEffect(() => stayWhileUsed(element.current, close), [open])
  const items = itemsFor(scope, open.views)
  return (
    <div
      ref={element}
      class="chat-menu"
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={chatWords.value.menu.name}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
        else moveFocus(event, MENU_ITEMS)
      }}
    >
      <ReactionRow view={open.views[0]} onDone={close} />
      {items.map(({ icon, label, run, isDangerous }) => (
        <button
          type="button"
          role="menuitem"
          key={label}
          data-dangerous={isDangerous}
          onClick={() => {
            close()
            run()
          }}
        >
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </div>
  )
}

/**
 * Gives the menu the focus, and ends it when the focus or a press goes elsewhere. The popover is not left to the browser: it would close
 * at the end of the very press that opened it.
 */
function stayWhileUsed(element: HTMLElement | null, close: () => void): () => void {
  element?.querySelector('button')?.focus()
  const isOutside = (target: EventTarget | null) => target instanceof Node && !element?.contains(target)
  const onPress = ({ target }: Event) => {
    if (isOutside(target)) close()
  }
  const onLeave = ({ relatedTarget }: FocusEvent) => {
    if (isOutside(relatedTarget)) close()
  }
  document.addEventListener('pointerdown', onPress, true)
  element?.addEventListener('focusout', onLeave)
  return () => {
    document.removeEventListener('pointerdown', onPress, true)
    element?.removeEventListener('focusout', onLeave)
  }
}

/** Inside the window, below the place it was asked for at. */
function place(element: HTMLElement | null, { x, y }: OpenMenu): void {
  if (!element) return
  const { width, height } = element.getBoundingClientRect()
  element.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`
  element.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`
}

interface Item {
  icon: IconName
  label: string
  run(): void
  isDangerous?: boolean
}

function itemsFor(scope: ChatScope, views: readonly MessageView[]): Item[] {
  const [view] = views
  if (!view) return []
  const { menu } = chatWords.value
  const { actor } = scope
  const { chatId, message } = view
  const own = isOwn(message, actor, bot.value?.user.id)
  const on = { actor, chatId, messageId: message.message_id }
  const copied = views
    .map((each) => each.message.text ?? each.message.caption ?? '')
    .join('\n')
    .trim()
  const copy: Item = { icon: 'copy', label: menu.copy, run: () => void copyText(copied, scope) }
  // An ephemeral message has no id to do something with.
  if (view.onlyFor !== null) return copied ? [copy] : []
  const pin: Item = pinnedIn(chatId).includes(message.message_id)
    ? { icon: 'pin', label: menu.unpin, run: () => void act({ do: 'unpin', ...on }) }
    : { icon: 'pin', label: menu.pin, run: () => void act({ do: 'pin', ...on }) }
  const isEditable = own && (message.text !== undefined || message.caption !== undefined || message.photo)
  return [
    { icon: 'reply', label: menu.reply, run: () => scope.reply(view) },
    ...(isEditable ? [{ icon: 'edit', label: menu.edit, run: () => scope.edit(view) } as const] : []),
    ...(copied ? [copy] : []),
    { icon: 'forward', label: menu.forward, run: () => setForwarding(scope, views) },
    pin,
    ...(mayDelete(scope, own, groups.value)
      ? [
          {
            icon: 'delete',
            label: menu.delete,
            run: () => deleteAll(scope, views),
            isDangerous: true,
          } as const,
        ]
      : []),
  ]
}

function pinnedIn(chatId: number): readonly number[] {
  const group = groups.value.find(({ id }) => id === chatId)
  return group?.pinned ?? people.value.find(({ user }) => user.id === chatId)?.pinned ?? []
}

function setForwarding({ forwarding }: ChatScope, views: readonly MessageView[]): void {
  forwarding.value = views
}

function deleteAll({ actor }: ChatScope, views: readonly MessageView[]): void {
  for (const { chatId, message } of views)
    void act({ do: 'delete', actor, chatId, messageId: message.message_id })
}
