import type { ComponentChildren } from 'preact'

export function CodeBlock({
  language,
  children,
}: {
  language?: string | undefined
  children: ComponentChildren
}) {
  return (
    <span class="chat-code-block">
      {language ? <span class="chat-code-language">{language}</span> : null}
      <code>{children}</code>
    </span>
  )
}
