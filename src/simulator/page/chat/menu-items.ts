import type { MessageView } from '../../playground/protocol.ts'
import type { IconName } from '../frame/icons.tsx'
import { act } from '../store/act.ts'
import { groups, people } from '../store/world.ts'
import type { ChatScope } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { copyText } from './copy-text.ts'
import { mayDelete } from './may-delete.ts'
import type { Meant } from './meant-part.ts'

export interface MenuItem {
  icon: IconName
  label: string
  run(): void
  isDangerous?: boolean
}

/** What can be done with a message, or with an album or a part of it, besides reacting. */
export function menuItems(scope: ChatScope, { all, toReply, toEdit }: Meant): MenuItem[] {
  const { menu } = chatWords.value
  const own = toReply.authorId === scope.viewerId
  const copied = all
    .map(({ message }) => message.text ?? message.caption ?? '')
    .join('\n')
    .trim()
  const copy: MenuItem = { icon: 'copy', label: menu.copy, run: () => void copyText(copied, scope) }
  // An ephemeral message has no id to do something with.
  if (toReply.onlyFor !== null) return copied ? [copy] : []
  const edit: MenuItem = { icon: 'edit', label: menu.edit, run: () => scope.edit(toEdit) }
  const forward: MenuItem = { icon: 'forward', label: menu.forward, run: () => setForwarding(scope, all) }
  const remove: MenuItem = {
    ...{ icon: 'delete', label: menu.delete, isDangerous: true },
    run: () => deleteAll(scope, all),
  }
  return [
    { icon: 'reply', label: menu.reply, run: () => scope.reply(toReply) },
    ...(own && isEditable(toEdit) ? [edit] : []),
    ...(copied ? [copy] : []),
    forward,
    pinItem(scope, all, toReply),
    ...(mayDelete(scope, own, groups.value) ? [remove] : []),
  ]
}

/** What has a text, or may have a caption. */
function isEditable({ message }: MessageView): boolean {
  const { text, caption, photo, video, animation, document, audio, voice } = message
  return [text, caption, photo, video, animation, document, audio, voice].some((part) => part !== undefined)
}

function pinItem({ actor, chatId }: ChatScope, all: readonly MessageView[], toPin: MessageView): MenuItem {
  const { menu } = chatWords.value
  const group = groups.value.find(({ id }) => id === chatId)
  const pins = group?.pinned ?? people.value.find(({ user }) => user.id === chatId)?.pinned ?? []
  const pinned = all.find(({ message }) => pins.includes(message.message_id))
  const on = { actor, chatId, messageId: (pinned ?? toPin).message.message_id }
  return pinned
    ? { icon: 'pin', label: menu.unpin, run: () => void act({ do: 'unpin', ...on }) }
    : { icon: 'pin', label: menu.pin, run: () => void act({ do: 'pin', ...on }) }
}

function setForwarding({ forwarding }: ChatScope, views: readonly MessageView[]): void {
  forwarding.value = views
}

function deleteAll({ actor }: ChatScope, views: readonly MessageView[]): void {
  for (const { chatId, message } of views)
    void act({ do: 'delete', actor, chatId, messageId: message.message_id })
}
