import { useSignal } from '@preact/signals'
import type { SwitchView } from '../../playground/protocol.ts'
import { act } from '../store/act.ts'
import { bot } from '../store/world.ts'
import { inWords, words } from '../words/words.ts'
import { BotLink } from './bot-link.tsx'
import { botLinkIn } from './bot-link-in.ts'
import { stateInWords } from './state-in-words.ts'

/** What whoever runs the playground offers besides. */
export function Switches({ switches }: { switches: readonly SwitchView[] }) {
  if (switches.length === 0) return null
  return (
    <section class="panel-part">
      <h2>{words.value.panel.switches}</h2>
      <ul class="switches">
        {switches.map((each) => (
          <Switch key={each.id} offered={each} />
        ))}
      </ul>
    </section>
  )
}

function Switch({ offered: { id, label, hint, state, isUsable } }: { offered: SwitchView }) {
  const isBusy = useSignal(false)
  const run = async () => {
    if (isBusy.value || !isUsable) return
    isBusy.value = true
    await act({ do: 'switch', id })
    isBusy.value = false
  }
  const said = state ? stateInWords(state) : ''
  const link = botLinkIn(said, bot.value?.user.username)
  return (
    <li>
      {/* Not the attribute `disabled`, which would take the focus from whoever has just pressed it. */}
      <button
        type="button"
        class="button"
        aria-busy={isBusy}
        aria-disabled={isBusy.value || !isUsable}
        onClick={() => void run()}
      >
        {inWords(label)}
      </button>
      <p class="quiet small">{inWords(hint)}</p>
      <p class="small" role="status">
        {said}
      </p>
      {link ? <BotLink key={link} url={link} /> : null}
    </li>
  )
}
