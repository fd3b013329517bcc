import { type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PhotoSize } from '../../bot-api/types.ts'
import type { ActorView, Place } from '../../playground/act-protocol.ts'
import type { MessageView } from '../../playground/protocol.ts'

export interface OpenMenu {
  /** An album is several. */
  views: readonly MessageView[]
  /** The key of the part of an album that was pressed; null: the message as a whole. */
  part: string | null
  /** Where it opens. Pixels of the window. */
  x: number
  y: number
  /** Gets the focus back. */
  opener: HTMLElement | null
}

export interface ShownPhoto {
  sizes: readonly PhotoSize[]
  caption: string
  /** The key of the message whose photo it is; none for a picture in a rich message. */
  part?: string
}

export interface Gallery {
  photos: readonly ShownPhoto[]
  index: number
}

export interface Saying {
  id: number
  text: string
}

/** One chat as it is open on one phone: what its parts share. */
export interface ChatScope {
  readonly chatId: number
  readonly topicId: number | null
  readonly actor: ActorView
  readonly viewerId: number
  /** How dates are written for the viewer, as Intl takes it. */
  readonly locale: string
  /** Where the actor writes. */
  readonly place: Place
  reply(view: MessageView): void
  edit(view: MessageView): void
  /** To a message, here or in another chat; null for a chat as a whole. */
  goTo(chatId: number, messageId: number | null): void
  /** Shows a few words over the chat for a while. */
  say(text: string): void
  readonly menu: Signal<OpenMenu | null>
  readonly gallery: Signal<Gallery | null>
  readonly forwarding: Signal<readonly MessageView[] | null>
  readonly said: Signal<readonly Saying[]>
  /** The message to scroll to next. */
  readonly wanted: Signal<number | null>
}

export type ChatSignals = Pick<ChatScope, 'menu' | 'gallery' | 'forwarding' | 'said' | 'wanted'>

export function createChatSignals(): ChatSignals {
  return {
    menu: signal<OpenMenu | null>(null),
    gallery: signal<Gallery | null>(null),
    forwarding: signal<readonly MessageView[] | null>(null),
    said: signal<readonly Saying[]>([]),
    wanted: signal<number | null>(null),
  }
}

export const ChatContext = createContext<ChatScope | null>(null)

/** @throws Error outside a chat */
export function useChat(): ChatScope {
  const scope = useContext(ChatContext)
  if (!scope) throw new Error('a part of a chat stands outside of one')
  return scope
}
