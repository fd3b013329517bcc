import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { MessageView } from '../../playground/protocol.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { intoParts, type ListEntry, listEntries } from './list-entries.ts'
import { ListLine } from './list-line.tsx'
import { listenForMenus } from './message-gestures.ts'
import { ScrollKeeper } from './scroll-keeper.ts'
import { serviceWords } from './service-words.ts'
import { ToEnd } from './to-end.tsx'
import { type ListWindow, useListWindow } from './use-list-window.ts'

/** The messages of a chat, of which as many older ones are drawn as are asked for. */
export function MessageList({ shown }: { shown: readonly MessageView[] }) {
  const { chatId, topicId, viewerId, locale } = useChat()
  const words = chatWords.value
  const entries = useMemo(
    () => listEntries(shown, ({ message }) => serviceWords(message, words, { locale, now: 0 }) !== null),
    [shown, words, locale],
  )
  const chat = `${viewerId}.${chatId}.${topicId ?? ''}`
  const drawn = useListWindow(entries, chat)
  const keeper = useKeeper(chat, drawn)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (scroller.current && list.current) return keeper.attach(scroller.current, list.current)
  }, [keeper])
  useLayoutEffect(() => keeper.drawn(), [keeper, entries, drawn.start])
  useOwnMessages(keeper, shown)
  useWanted(keeper, entries, drawn)
  useMenus(list, entries)
  return (
    <div class="chat-body">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div class="chat-scroller" ref={scroller} role="log" aria-label={words.messages} tabIndex={0}>
        <div class="chat-list" ref={list}>
          {intoParts(entries.slice(drawn.start)).map((part) => (
            <ol key={part.key} class="chat-part" style={{ '--lines': part.entries.length }}>
              {part.entries.map((entry) => (
                <ListLine key={entry.key} entry={entry} />
              ))}
            </ol>
          ))}
        </div>
        {shown.length === 0 ? <p class="chat-empty">{words.empty}</p> : null}
      </div>
      <ToEnd keeper={keeper} shown={shown} />
    </div>
  )
}

function useKeeper(chat: string, drawn: ListWindow): ScrollKeeper {
  const latest = useRef(drawn)
  latest.current = drawn
  const [keeper] = useState(() => {
    const created: ScrollKeeper = new ScrollKeeper(chat, () => {
      if (latest.current.start === 0) return
      created.willGrow()
      latest.current.showMore()
    })
    return created
  })
  return keeper
}

/** Whoever writes wants to see it. */
function useOwnMessages(keeper: ScrollKeeper, shown: readonly MessageView[]): void {
  const { viewerId } = useChat()
  const newest = shown.at(-1)
  const before = useRef(newest?.order)
  useLayoutEffect(() => {
    const isNew = newest !== undefined && newest.order > (before.current ?? Number.POSITIVE_INFINITY)
    before.current = newest?.order
    if (isNew && newest.authorId === viewerId) keeper.toEnd()
  }, [newest?.order])
}

/** Goes to the message that is asked for, as soon as it is drawn. */
function useWanted(keeper: ScrollKeeper, entries: readonly ListEntry[], drawn: ListWindow): void {
  const { wanted } = useChat()
  const id = wanted.value
  useLayoutEffect(() => {
    if (id === null) return
    const entry = entries.find((each) => messageIds(each).includes(id))
    const [first] = entry ? messageIds(entry) : []
    if (entry === undefined || first === undefined || keeper.toMessage(first)) wanted.value = null
    else drawn.showFrom(entry.order)
  }, [id, entries, drawn.start])
}

function messageIds(entry: ListEntry): number[] {
  if (entry.kind === 'day') return []
  const views = entry.kind === 'service' ? [entry.view] : entry.views
  return views.filter(({ onlyFor }) => onlyFor === null).map(({ message }) => message.message_id)
}

function useMenus(list: RefObject<HTMLElement | null>, entries: readonly ListEntry[]): void {
  const { menu } = useChat()
  const latest = useRef(entries)
  latest.current = entries
  useEffect(() => {
    const element = list.current
    if (!element) return
    return listenForMenus(element, ({ line, part, x, y }) => {
      const entry = latest.current.find(({ kind, key }) => kind === 'message' && key === line.dataset.key)
      const opener = line.querySelector<HTMLElement>('.chat-menu-button')
      if (entry?.kind === 'message') menu.value = { views: entry.views, part, x, y, opener }
    })
  }, [list, menu])
}
