import { useSignal } from '@preact/signals'
import { copyText } from '../chat/copy-text.ts'
import { Icon } from '../frame/icons.tsx'
import { here } from '../store/here.ts'
import { people } from '../store/world.ts'
import { words } from '../words/words.ts'
import { openAs } from './open-as.ts'

/** What one does with a link to the bot: it is copied, or opened by whoever holds the left phone. */
export function BotLink({ url }: { url: string }) {
  const { panel } = words.value
  const said = useSignal('')
  const say = (text: string) => {
    said.value = text
  }
  const { personId } = here.value.left
  const person = people.value.find(({ user }) => user.id === personId)
  return (
    <>
      <div class="row">
        <button type="button" class="button small" onClick={() => void copyText(url, { say })}>
          <Icon name="copy" /> {panel.copyLink}
        </button>
        {person ? (
          <button type="button" class="button small" onClick={() => void openAs(person.user.id, url)}>
            <Icon name="link" /> {panel.openAsPerson(person.user.first_name)}
          </button>
        ) : null}
      </div>
      <p class="small" role="status">
        {said}
      </p>
    </>
  )
}
